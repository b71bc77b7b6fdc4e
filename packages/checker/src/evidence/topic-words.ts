/** For each language, which words show that a page speaks of a topic. Texts are in lower case and without accents. */
export type TopicWords = Readonly<Record<string, Readonly<Record<string, RegExp>>>>

const mail = String.raw`[\w.+-]{1,64}@[\w-]{1,64}\.\w`

/** DOC-02: what a privacy policy must say. */
export const policyWords: TopicWords = {
  en: {
    collection:
      /\bcollect|\bgather|\binformation (?:that )?you (?:provide|give|send)|\bwe (?:receive|log|record)\b/,
    use: /\bhow we use|\buse (?:it|this|that|them|your|the|such)\b|\bwe (?:may )?use\b|\bused? (?:to|for|by us)\b|\bpurposes?\b|\bprocess(?:es|ed|ing)?\b|\bstor(?:e|es|ed|age|ing)\b/,
    sharing:
      /third[- ]part|\bshar(?:e|es|ed|ing)\b|\bdisclos|\bsub-?processors?|\bsell\b|\bservice providers?|\bgive (?:it|them|your data|any)|\bpass(?:ed)? on\b/,
    retention:
      /\bretain|\bretention|\bhow long|\b(?:keep|kept|stored?|delet\w+|eras\w+|remov\w+)\b[^.]{0,80}\b(?:days?|weeks?|months?|years?|hours?|as long as|until|immediately|after|request)\b|\b(?:not|never) (?:stor|keep|kept|retain)/,
    contact: new RegExp(
      String.raw`\bcontact\b|\bdata protection officer|\breach us|\bwrite to\b|\be-?mail us|${mail}`,
    ),
  },
  de: {
    collection: /\berheb|\berhob|\berfass|\bsammel|\bgesammelt|\bverarbeite[nt]\b[^.]{0,60}\bdaten/,
    use: /\bverwend|\bnutz(?:en|t|ung)|\bzwecke?n?\b|\bspeicher|\bverarbeit/,
    sharing:
      /\bweitergabe|\bweitergegeben|\bweitergeben|\bdritte|\bubermitt|\bauftragsverarbeit|\boffenleg|\bgeben wir\b/,
    retention: /\baufbewahr|\bspeicherdauer|\bspeicherfrist|\bloschen|\bgeloscht|\bloschung|\bwie lange/,
    contact: new RegExp(
      String.raw`\bkontakt|\bdatenschutzbeauftragt|\bwenden sie sich|\berreichen sie|${mail}`,
    ),
  },
  es: {
    collection: /\brecopil|\brecog|\brecab|\bobtenemos|\bobtencion/,
    use: /\butiliz|\busamos|\buso (?:de|que)|\bfinalidad|\balmacen|\btratamiento|\btratamos/,
    sharing: /\bterceros|\bcompart|\bcedemos|\bcesion|\bdivulg|\bencargados? del tratamiento/,
    retention: /\bconserv|\bretencion|\bretenemos|\bplazo|\beliminamos|\bsuprim|\bborra|\bcuanto tiempo/,
    contact: new RegExp(String.raw`\bcontact|\bescrib[ea]nos|\bdelegado de proteccion|${mail}`),
  },
  fr: {
    collection: /\bcollect|\brecueill|\bnous recevons/,
    use: /\butilis|\bfinalites?|\btraitement|\bstock/,
    sharing: /\btiers\b|\bpartag|\bcommuniqu|\bsous-traitant|\bdivulg|\btransmi/,
    retention: /\bconserv|\bduree|\bsupprim|\beffac/,
    contact: new RegExp(String.raw`\bcontact|\bdelegue a la protection|\becrivez|${mail}`),
  },
  pt: {
    collection: /\bcolet|\brecolh|\bobtemos/,
    use: /\butiliz|\busamos|\buso (?:de|dos)|\bfinalidade|\barmazen|\btratamento/,
    sharing: /\bterceiros|\bcompartilh|\bpartilh|\bdivulg|\boperadores\b/,
    retention: /\breten|\bconserv|\bprazo|\bexclu|\bapag|\belimin/,
    contact: new RegExp(String.raw`\bcontat|\bcontact|\bencarregado|\bescreva|${mail}`),
  },
  it: {
    collection: /\braccogl|\braccolt|\briceviamo/,
    use: /\butilizz|\bfinalita|\btrattament|\barchivi|\busiamo/,
    sharing: /\bterzi\b|\bterze parti|\bcondivi|\bdivulg|\bcomunichiamo|\bresponsabili del trattamento/,
    retention: /\bconserv|\bperiodo di|\bcancell|\belimin/,
    contact: new RegExp(
      String.raw`\bcontatt|\bscriv(?:eteci|ici|ere)|\bresponsabile della protezione|${mail}`,
    ),
  },
}

/** DOC-04: what documentation of a connector must say. */
export const documentationWords: TopicWords = {
  en: {
    setup:
      /\bset ?-?up\b|\binstall|\bget(?:ting)? started|\bconfigur|\bconnect(?:ing|or|s)?\b|\bquick ?start|\badd (?:the|this|it)\b/,
    login:
      /\bsign(?:ing)? ?-?in|\blog ?-?in|\boauth|\bapi keys?|\bauthenticat|\bauthoriz|\baccounts?\b|\bcredentials?/,
    troubleshooting:
      /\btroubleshoot|\berrors?\b|\bproblems?\b|\bfaq\b|\bsupport\b|\bknown (?:issues|limitations)|\bhelp\b/,
  },
  de: {
    setup: /\beinricht|\binstall|\bverbind|\bkonfigur|\berste schritte|\bhinzufug/,
    login: /\banmeld|\boauth|\bkonto\b|\bkonten\b|\bzugang|\bapi-?schlussel|\bauthentifi/,
    troubleshooting: /\bfehler|\bproblem|\bhilfe\b|\bsupport\b|\bfaq\b|\bhaufige fragen/,
  },
  es: {
    setup: /\binstal|\bconfigur|\bconect|\bprimeros pasos|\banad/,
    login: /\biniciar sesion|\binicio de sesion|\boauth|\bcuentas?\b|\bautentic|\bautoriz|\bclaves? de api/,
    troubleshooting: /\bsolucion|\berror|\bproblema|\bayuda|\bsoporte|\bpreguntas frecuentes/,
  },
  fr: {
    setup: /\binstall|\bconfigur|\bconnect|\bpremiers pas|\bajout/,
    login: /\bconnexion|\bidentifi|\boauth|\bcomptes?\b|\bauthentifi|\bcles? d'api/,
    troubleshooting: /\bdepann|\berreur|\bprobleme|\baide\b|\bsupport\b|\bfaq\b/,
  },
  pt: {
    setup: /\binstal|\bconfigur|\bconect|\bprimeiros passos|\badicion/,
    login: /\blogin|\bentrar\b|\boauth|\bcontas?\b|\bautentic|\bchaves? de api/,
    troubleshooting: /\bsolucao|\berro|\bproblema|\bajuda|\bsuporte|\bperguntas frequentes/,
  },
  it: {
    setup: /\binstall|\bconfigur|\bconnett|\bcolleg|\bprimi passi|\baggiung/,
    login: /\baccess|\boauth|\baccount|\bautentic|\bchiav[ei] api/,
    troubleshooting: /\bproblem|\berror|\baiuto|\bassistenza|\bdomande frequenti/,
  },
}
