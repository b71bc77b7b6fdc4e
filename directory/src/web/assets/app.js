// What a page can do beyond HTML. Everything here is an addition: without it, pages still work.

class ThemeToggle extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    if (button === null) return
    button.hidden = false
    button.addEventListener('click', () => {
      const root = document.documentElement
      const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
      const theme = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark'
      root.dataset.theme = theme
      try {
        localStorage.setItem('theme', theme)
      } catch {
        // The choice then lasts as long as the page.
      }
    })
  }
}

class CopyButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    const status = this.querySelector('[role=status]')
    if (button === null || status === null || navigator.clipboard === undefined) return
    button.hidden = false
    const label = button.textContent
    button.addEventListener('click', async () => {
      const shown = this.closest('figure')?.querySelector('pre')?.textContent
      await navigator.clipboard.writeText(this.dataset.text ?? shown ?? '')
      button.textContent = this.dataset.done ?? label
      status.textContent = this.dataset.done ?? ''
      setTimeout(() => {
        button.textContent = label
        status.textContent = ''
      }, 2000)
    })
  }
}

// Changes only what differs, so that focus, open details and what a screen reader has said stay.
function mend(old, fresh) {
  if (old.isEqualNode(fresh)) return
  if (
    old.nodeType !== fresh.nodeType ||
    old.nodeName !== fresh.nodeName ||
    old.nodeType !== Node.ELEMENT_NODE
  ) {
    old.replaceWith(fresh)
    return
  }
  for (const name of old.getAttributeNames()) {
    if (!fresh.hasAttribute(name) && name !== 'open') old.removeAttribute(name)
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  }
  mendChildren(old, fresh)
}

function mendChildren(old, fresh) {
  const [before, after] = [[...old.childNodes], [...fresh.childNodes]]
  for (const [index, node] of after.entries()) {
    if (before[index] === undefined) old.append(node)
    else mend(before[index], node)
  }
  for (const node of before.slice(after.length)) node.remove()
}

class LiveRegion extends HTMLElement {
  #timer
  #failures = 0

  connectedCallback() {
    if (this.dataset.active !== undefined) this.#wait()
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
  }

  #wait() {
    const every = Number(this.getAttribute('every')) || 1500
    this.#timer = setTimeout(() => this.#ask(), Math.min(every * 2 ** this.#failures, 30_000))
  }

  async #ask() {
    try {
      const answer = await window.fetch(this.getAttribute('src') ?? '', { headers: { accept: 'text/html' } })
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`)
      const fresh = document.createElement('template')
      fresh.innerHTML = await answer.text()
      mendChildren(this, fresh.content)
      this.#failures = 0
      if (answer.headers.get('x-live') === 'done') {
        delete this.dataset.active
        this.dispatchEvent(new Event('live-done', { bubbles: true }))
        return
      }
    } catch {
      this.#failures += 1
    }
    if (this.isConnected) this.#wait()
  }
}

// Sends the form that it holds when nobody has typed for a while. The answer says which revision of the draft the form
// now stands on, and renews the parts of the page that it brings. After a refusal it stops: sending the form explains.
// Somebody who is signed out keeps the page, which is saved when they come back to it.
class AutoSave extends HTMLElement {
  #timer
  #sending
  #whenBack
  #stopped = false
  #signedOut = false

  connectedCallback() {
    const form = this.querySelector('form')
    if (form === null) return
    this.#whenBack = () => {
      if (this.#signedOut) this.#save(form)
    }
    window.addEventListener('focus', this.#whenBack)
    form.addEventListener('input', () => {
      clearTimeout(this.#timer)
      if (!this.#stopped) this.#timer = setTimeout(() => this.#save(form), Number(this.getAttribute('after')))
    })
    form.addEventListener('submit', (event) => {
      clearTimeout(this.#timer)
      if (this.#signedOut) this.#save(form)
      else this.#stopped = true
      if (this.#sending === undefined) return
      // What is under way changes the revision that the form has to name, and says whether somebody is signed in.
      event.preventDefault()
      const { submitter } = event
      this.#sending.finally(() => {
        if (!this.#signedOut) form.requestSubmit(submitter)
      })
    })
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
    window.removeEventListener('focus', this.#whenBack)
  }

  #save(form) {
    // After what is under way, so that no two are, and what was typed meanwhile is sent too.
    const sending = Promise.resolve(this.#sending)
      .then(() => (this.#stopped ? undefined : this.#send(form)))
      .finally(() => {
        if (this.#sending === sending) this.#sending = undefined
      })
    this.#sending = sending
  }

  async #send(form) {
    try {
      const body = new URLSearchParams(new FormData(form))
      const answer = await window.fetch(form.action, {
        method: 'POST',
        body,
        headers: { 'x-autosave': 'yes' },
      })
      const revision = answer.headers.get('x-draft-revision')
      this.#signedOut = answer.status === 401
      if (this.#signedOut) this.#stopped = false
      else if (revision === null) throw new Error(`The server answered ${answer.status}.`)
      else if (answer.ok) form.elements.namedItem('revision').value = revision
      else this.#stopped = true
      const fresh = document.createElement('template')
      fresh.innerHTML = await answer.text()
      for (const part of fresh.content.querySelectorAll('[data-part]')) {
        const old = document.querySelector(`[data-part="${part.dataset.part}"]`)
        if (old !== null) mend(old, part)
      }
    } catch {
      // The next change, or the form itself, tries again.
    }
  }
}

// A form that comes back out of the browser's memory stands on a revision that it has changed itself since.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted && document.querySelector('auto-save') !== null) window.location.reload()
})

customElements.define('auto-save', AutoSave)
customElements.define('theme-toggle', ThemeToggle)
customElements.define('copy-button', CopyButton)
customElements.define('live-region', LiveRegion)

// Menus are <details>: a press elsewhere or Escape closes them.
document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details[data-menu][open]')) {
    if (!menu.contains(event.target)) menu.open = false
  }
})
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  for (const menu of document.querySelectorAll('details[data-menu][open]')) {
    menu.open = false
    menu.querySelector('summary')?.focus()
  }
})

// "The check has begun" is no longer news when it has ended.
document.addEventListener('live-done', ({ target }) => {
  if (target.dataset.endsNews !== undefined) document.querySelector('.flash-area')?.remove()
})

document.querySelector('[data-focus-on-load]')?.focus()

// htmx 4 would build functions from attributes (hx-on, js: values); the CSP forbids it, and so do we.
function refuseEval() {
  throw new Error('Code in attributes is switched off.')
}
globalThis.htmx?.registerExtension('no-eval', {
  init: (api) => api.initSecurity(undefined, refuseEval, refuseEval),
})
