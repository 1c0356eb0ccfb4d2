import type { Language } from '../messages.ts'

/** When the ratings of the first scale are given, where the desk has not said so in its own words. */
export const meanings: Record<string, Record<Language, string>> = {
  true: {
    en: 'What is claimed is right, and nothing that matters is left out.',
    it: 'Ciò che si afferma è giusto, e non manca niente di importante.',
  },
  mostly_true: {
    en: 'What is claimed is right in substance. A detail is wrong or missing that does not change what it means.',
    it: 'Ciò che si afferma è giusto nella sostanza. Un dettaglio è sbagliato o manca, ma non ne cambia il senso.',
  },
  mixed: {
    en: 'A part of what is claimed is right, and another part that matters is not.',
    it: 'Una parte di ciò che si afferma è giusta, e un’altra che conta non lo è.',
  },
  mostly_false: {
    en: 'There is something right in it, but what is claimed as a whole is not so.',
    it: 'C’è qualcosa di giusto, ma ciò che si afferma nel complesso non è così.',
  },
  false: {
    en: 'The evidence shows that it is not so.',
    it: 'Le prove mostrano che non è così.',
  },
  unproven: {
    en: 'We looked, and found nothing that settles it either way.',
    it: 'Abbiamo cercato, e non abbiamo trovato niente che lo confermi o lo smentisca.',
  },
  missing_context: {
    en: 'The words may be right, but they mislead without what they leave out.',
    it: 'Le parole possono essere giuste, ma senza ciò che tacciono portano fuori strada.',
  },
}
