import type { TourContent } from '../../app/exhibition/tours/tours.server.ts'
import type { Language } from '../../app/i18n/languages.ts'

export const tours: TourContent[] = [
  {
    name: { en: 'Thirty minutes', fr: 'Trente minutes', ar: 'ثلاثون دقيقة', ckb: 'سی خولەک' },
    booths: ['A1', 'A3', 'B1', 'C1', 'C4'],
  },
  {
    name: {
      en: 'From the first hours to lasting solutions',
      fr: 'Des premières heures aux solutions durables',
      ar: 'من الساعات الأولى إلى الحلول الدائمة',
      ckb: 'لە کاتژمێرە سەرەتاییەکانەوە تا چارەسەری هەمیشەیی',
    },
    booths: ['B4', 'B3', 'B2', 'B1', 'C1', 'C3', 'C4', 'A1', 'A2', 'A4'],
  },
]

type When = { ago: number; time: string; language: Language }
type DemoEnquiry = When & {
  exhibit: string
  name: string
  email: string
  phone: string
  message: string
  isDone: boolean
}
type DemoFeedback = When & { exhibit: string | null; score: 1 | 2 | 3; text: string }

export const enquiries: DemoEnquiry[] = [
  {
    ...{ exhibit: 'a-workshop-of-ones-own', name: 'Rana Al-Saadi', email: 'rana@al-nahrain-women.example' },
    ...{ phone: '', ago: 3, time: '11:05', language: 'ar', isDone: true },
    message: 'نعمل مع ثلاثين امرأة في الموصل يرغبن في فتح ورش خياطة. كيف يمكن التقدم للحصول على منحة؟',
  },
  {
    ...{ exhibit: 'the-mobile-clinic', name: 'Dr Karwan Aziz', email: '', phone: '+964 750 000 0117' },
    ...{ ago: 2, time: '16:40', language: 'ckb', isDone: false },
    message: 'ئایا کلینیکە گەڕۆکەکە دەتوانێت سەردانی گوندەکانی ناوچەکەمان بکات؟ تکایە پێوەندیم پێوە بکەن.',
  },
  {
    ...{ exhibit: 'where-people-are', name: 'Claire Morel', email: 'claire.morel@recherche.example' },
    ...{ phone: '', ago: 1, time: '10:20', language: 'fr', isDone: false },
    message: 'Les chiffres par district sont-ils disponibles, et sous quelle forme ?',
  },
]

export const feedback: DemoFeedback[] = [
  { exhibit: null, score: 3, text: '', ago: 3, time: '11:40', language: 'ar' },
  { exhibit: null, score: 3, text: 'الخريطة واضحة جداً.', ago: 3, time: '13:10', language: 'ar' },
  {
    exhibit: null,
    score: 2,
    text: 'More about results in Anbar, please.',
    ago: 2,
    time: '09:30',
    language: 'en',
  },
  { exhibit: null, score: 3, text: '', ago: 1, time: '20:05', language: 'ckb' },
  { exhibit: 'a-workshop-of-ones-own', score: 3, text: '', ago: 3, time: '11:20', language: 'ar' },
  { exhibit: 'a-workshop-of-ones-own', score: 3, text: '', ago: 2, time: '10:10', language: 'en' },
  {
    ...{ exhibit: 'a-workshop-of-ones-own', score: 2, ago: 2, time: '13:45', language: 'fr' },
    text: 'J’aurais aimé savoir ce que ces ateliers sont devenus.',
  },
  { exhibit: 'where-people-are', score: 3, text: 'زۆر بەسوودە.', ago: 2, time: '16:15', language: 'ckb' },
  { exhibit: 'where-people-are', score: 3, text: '', ago: 1, time: '11:00', language: 'en' },
  { exhibit: 'the-mobile-clinic', score: 3, text: '', ago: 1, time: '13:30', language: 'ar' },
  { exhibit: 'new-doors-open', score: 1, text: 'Too little to read.', ago: 1, time: '16:50', language: 'en' },
]
