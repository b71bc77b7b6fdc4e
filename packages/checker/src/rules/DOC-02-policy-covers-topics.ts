import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'DOC-02',
  title: 'The privacy policy covers what users need to know',
  why: 'What is collected, what for, who gets it, how long it is kept and whom to ask: without these a user cannot decide.',
  clause: clauses.faqPrivacy,
  scope: 'passive',
  needs: ['policyTopics'],
  *check({ policyTopics: { url, readable, language = '', found, missing } }) {
    if (!readable) yield { case: 'unread', outcome: 'needs-human', at: url, params: { url } }
    else if (missing.length > 0) {
      const params = { url, language, missing: [...missing], found: [...found] }
      yield { case: 'missing', outcome: 'needs-human', at: url, params }
    }
  },
  text: {
    en: {
      pass: 'The privacy policy speaks of collection, use, sharing, retention and a contact.',
      cases: {
        unread: {
          message: 'The privacy policy {url} could not be read by a program (a PDF, or another language).',
          fix: 'A reviewer looks for collection, use, sharing, retention and a contact in {url}.',
        },
        missing: {
          message: 'In the privacy policy {url} these topics were not found: {missing}.',
          fix: 'A reviewer looks for them. Say what is collected, how it is used and stored, who gets it, how long it is kept, and whom to ask.',
        },
      },
    },
    de: {
      title: 'Die Datenschutzerklärung sagt, was Benutzer wissen müssen',
      why: 'Was erhoben wird, wozu, wer es bekommt, wie lange es bleibt und wen man fragt: Ohne das kann kein Benutzer entscheiden.',
      pass: 'Die Datenschutzerklärung spricht von Erhebung, Verwendung, Weitergabe, Aufbewahrung und einem Kontakt.',
      cases: {
        unread: {
          message:
            'Die Datenschutzerklärung {url} war nicht maschinell zu lesen (ein PDF oder eine andere Sprache).',
          fix: 'Eine Prüferin sucht in {url} nach Erhebung, Verwendung, Weitergabe, Aufbewahrung und Kontakt.',
        },
        missing: {
          message: 'In der Datenschutzerklärung {url} wurden diese Themen nicht gefunden: {missing}.',
          fix: 'Eine Prüferin sucht danach. Sagen Sie, was erhoben wird, wie es verwendet und gespeichert wird, wer es bekommt, wie lange es bleibt und wen man fragt.',
        },
      },
    },
    es: {
      title: 'La política de privacidad dice lo que los usuarios deben saber',
      why: 'Qué se recoge, para qué, quién lo recibe, cuánto se guarda y a quién preguntar: sin eso nadie puede decidir.',
      pass: 'La política de privacidad habla de recogida, uso, cesión, conservación y un contacto.',
      cases: {
        unread: {
          message: 'Un programa no pudo leer la política de privacidad {url} (un PDF u otro idioma).',
          fix: 'Una persona busca en {url} la recogida, el uso, la cesión, la conservación y un contacto.',
        },
        missing: {
          message: 'En la política de privacidad {url} no se encontraron estos temas: {missing}.',
          fix: 'Una persona los busca. Diga qué se recoge, cómo se usa y guarda, quién lo recibe, cuánto tiempo se conserva y a quién preguntar.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        policyTopics: {
          url: 'https://publisher.example/privacy',
          readable: true,
          language: 'en',
          found: ['collection', 'use', 'sharing', 'retention', 'contact'],
          missing: [],
        },
      },
    ],
    fail: [
      {
        policyTopics: {
          url: 'https://publisher.example/privacy.pdf',
          readable: false,
          found: [],
          missing: [],
        },
      },
      {
        policyTopics: {
          url: 'https://publisher.example/privacy',
          readable: true,
          language: 'en',
          found: ['collection'],
          missing: ['use', 'sharing', 'retention', 'contact'],
        },
      },
    ],
  },
})
