import { clauses } from '../clauses.ts'
import { brokenBurst, goodBurst, isBlank, limitsIn, silentBurst, unlimitedBurst } from '../rate-limit.ts'
import { defineRule } from '../rule.ts'

/** Also known as: LIM-RATE. A burst is sent only when the publisher asks for it. */
export const rule = defineRule({
  id: 'LIM-05',
  title: 'The server limits requests itself',
  why: 'Directories do not stand between a server and its users; only the server can stop abuse.',
  clause: clauses.faqHosting,
  // The answer is judged without a call; the burst comes with --call alone.
  scope: 'passive',
  needs: ['requestLimits'],
  *check({ requestLimits }) {
    const { burst, answer } = requestLimits
    if (isBlank(answer) && !burst?.limited) yield { case: 'none-stated' }
    else yield* limitsIn(requestLimits)
  },
  text: {
    en: {
      pass: 'A burst of requests was answered with 429 and when to come back.',
      cases: {
        told: {
          message: 'No limit was seen; the publisher states: {answer}',
          fix: 'A reviewer judges whether these limits hold for every caller, and how abuse is noticed.',
        },
        'none-stated': {
          message: 'The publisher states no limit of requests and no protection against abuse.',
          fix: 'Limit requests for each caller and for all together, notice abuse, and say how.',
        },
        'none-seen': {
          message: '{requests} requests in {seconds} s were all answered; no limit was seen.',
          fix: 'The publisher tells a reviewer which limits hold, for whom and how abuse is noticed.',
        },
        'no-retry-after': {
          message: 'The server limits requests and does not say when to come back.',
          fix: 'Send Retry-After with the status 429.',
        },
        breaks: {
          message: '{failed} of {requests} requests in {seconds} s failed without a word on limits.',
          fix: 'Answer with 429 and Retry-After before the load becomes too much.',
        },
      },
    },
    de: {
      title: 'Der Server begrenzt Anfragen selbst',
      why: 'Verzeichnisse stehen nicht zwischen dem Server und seinen Nutzern; Missbrauch kann nur der Server stoppen.',
      pass: 'Ein Schwall von Anfragen wurde mit 429 beantwortet, samt dem Zeitpunkt für den nächsten Versuch.',
      cases: {
        told: {
          message: 'Keine Grenze war zu sehen; der Anbieter gibt an: {answer}',
          fix: 'Eine Prüferin beurteilt, ob diese Grenzen für jeden gelten und wie Missbrauch bemerkt wird.',
        },
        'none-stated': {
          message: 'Der Anbieter nennt keine Grenze für Anfragen und keinen Schutz vor Missbrauch.',
          fix: 'Begrenzen Sie Anfragen je Aufrufer und für alle zusammen, bemerken Sie Missbrauch, und sagen Sie, wie.',
        },
        'none-seen': {
          message: '{requests} Anfragen in {seconds} s wurden alle beantwortet; keine Grenze war zu sehen.',
          fix: 'Der Anbieter sagt einer Prüferin, welche Grenzen für wen gelten und wie Missbrauch bemerkt wird.',
        },
        'no-retry-after': {
          message: 'Der Server begrenzt Anfragen und sagt nicht, wann man wiederkommen darf.',
          fix: 'Senden Sie Retry-After mit dem Status 429.',
        },
        breaks: {
          message: '{failed} von {requests} Anfragen in {seconds} s scheiterten ohne ein Wort über Grenzen.',
          fix: 'Antworten Sie mit 429 und Retry-After, bevor die Last zu groß wird.',
        },
      },
    },
    es: {
      title: 'El servidor limita él mismo las peticiones',
      why: 'Los directorios no están entre el servidor y sus usuarios; solo el servidor puede frenar el abuso.',
      pass: 'Una ráfaga de peticiones recibió 429 y cuándo volver.',
      cases: {
        told: {
          message: 'No se vio ningún límite; el editor declara: {answer}',
          fix: 'Una persona juzga si estos límites rigen para todos y cómo se nota el abuso.',
        },
        'none-stated': {
          message: 'El editor no declara ningún límite de peticiones ni protección contra el abuso.',
          fix: 'Limite las peticiones por cliente y para todos juntos, note el abuso y diga cómo.',
        },
        'none-seen': {
          message: '{requests} peticiones en {seconds} s tuvieron respuesta; no se vio ningún límite.',
          fix: 'El editor dice a una persona qué límites rigen, para quién y cómo se nota el abuso.',
        },
        'no-retry-after': {
          message: 'El servidor limita las peticiones y no dice cuándo volver.',
          fix: 'Envíe Retry-After con el estado 429.',
        },
        breaks: {
          message: '{failed} de {requests} peticiones en {seconds} s fallaron sin mencionar límites.',
          fix: 'Responda con 429 y Retry-After antes de que la carga sea excesiva.',
        },
      },
    },
  },
  examples: {
    pass: [
      { requestLimits: { burst: goodBurst } },
      { requestLimits: { burst: goodBurst, answer: '60 requests a minute for each account.' } },
    ],
    fail: [
      { requestLimits: { burst: unlimitedBurst } },
      { requestLimits: { burst: silentBurst } },
      { requestLimits: { burst: brokenBurst } },
      { requestLimits: { answer: '60 requests a minute for each account.' } },
      { requestLimits: { burst: unlimitedBurst, answer: ' ' } },
    ],
  },
})
