import { phrase, type Phrase } from '../text/phrase.ts'

const r = String.raw

/** DATA-04: what offers a way around the safety of a model or out of a sandbox. */
export const guardrails: readonly Phrase[] = [
  phrase(
    'bypass',
    'en',
    'bypa circ evad disa remo defe arou turn',
    r`\b(?:bypass(?:es|ing)?|circumvents?|evades?|disables?|removes?|defeats?|gets? around|works? around|turns? off)\b… ?\b(?:(?:safety|content|ethical|moderation|alignment|usage|ai|model)(?: and \w+)? (?:filters?|guardrails?|polic(?:y|ies)|restrictions?|checks?|limits|guidelines?|measures?|protections?|moderation)|guardrails?|censorship|refusals?)\b`,
  ),
  phrase(
    'jailbreak',
    'en',
    'unce unfi anyt rest limi filt jail',
    r`\bjailbreak(?:s|ing)?\b|\b(?:uncensored|unfiltered) (?:models?|ai|llm|answers?|responses?|outputs?|mode|chat)\b|\bdo anything now\b|\bwithout (?:any )?(?:ethical|safety|content) (?:restrictions|limits|filters)\b`,
  ),
  phrase(
    'sandbox',
    'en',
    'sand secc isol prom',
    r`\b(?:escapes?|breaks? out of|disables?|bypass(?:es)?|turns? off)\b… ?\b(?:sandbox|seccomp|container isolation|permission prompts?)\b`,
  ),
  phrase(
    'bypass',
    'de',
    'umge deak entf hebe',
    r`\b(?:umgeht|umgehen|deaktiviert|entfernt|hebelt)\b… ?\b(?:sicherheits(?:filter|regeln|vorgaben|mechanismen)|inhaltsfilter|schutzmechanismen|leitplanken|zensur)\b`,
  ),
  phrase('jailbreak', 'de', 'unze', r`\bunzensierte[nmrs]? (?:modell|ki|antwort)`),
  phrase(
    'bypass',
    'es',
    'elud evit desa burl salt',
    r`\b(?:elude|evita|desactiva|burla|salta|se salta)\b… ?\b(?:filtros? de (?:seguridad|contenido)|restricciones de seguridad|medidas de seguridad|censura)\b`,
  ),
  phrase(
    'bypass',
    'fr',
    'de fous cens',
    r`\b(?:contourne|desactive|supprime)\b… ?\b(?:filtres? de (?:securite|contenu)|garde-fous|restrictions de securite|censure)\b`,
  ),
  phrase(
    'bypass',
    'zh',
    '',
    r`(?:绕过|规避|关闭|解除)[^。！？\n]{0,8}(?:安全(?:限制|过滤|策略)|内容(?:审查|过滤)|护栏)|越狱`,
  ),
  phrase(
    'bypass',
    'ja',
    '',
    r`(?:安全(?:フィルタ|対策|制限)|コンテンツフィルタ|ガードレール|検閲)[^。！？\n]{0,8}(?:回避|無効|解除)`,
  ),
]
