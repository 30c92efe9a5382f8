import { type Language, languages } from '../../i18n/languages.ts'
import { translator } from '../../i18n/translator.ts'
import { fold } from '../fold.ts'
import { type PlainField, plainFields, type TextField, textFields } from './field-names.ts'

/** `number` is known so as to be passed over; `title` may mean an honorific or a post, which its cells decide. */
type Meaning = PlainField | TextField | 'number' | 'title'

const headings: Record<Meaning, string> = {
  number: 'no,no.,nr,nº,#,number,s/n,sn,serial,ت,م,التسلسل,تسلسل,الرقم,رقم,numéro,n°,ژ,ژمارە,زنجیرە,row',
  title: 'title,titre',
  id: 'id,majlis id,المعرف,ناسێنە,identifiant',
  kind: 'kind,type,category,sector type,institution or person,organisation type,organization type,type of organisation,type of organization,institution type,النوع,نوع,نوع الجهة,نوع المؤسسة,الفئة,catégorie,type d’organisation,type de structure,جۆر,جۆری دامەزراوە,پۆل',
  honorific:
    'honorific,salutation,prefix,courtesy title,civilité,اللقب,لقب,التحية,صفة المخاطبة,نازناو,mr/mrs,mr/ms',
  name: 'name,full name,fullname,participant,participant name,guest,guest name,invitee,names,contact,contact person,person,representative,nom,nom complet,nom et prénom,nom prénom,invité,participant(e),الاسم,اسم,الاسم الكامل,الاسم الثلاثي,الاسم الرباعي,اسم الضيف,اسم المشارك,المدعو,ناو,ناوی تەواو,ناوی سیانی,ناوی میوان,ناوی بەشداربوو',
  givenName: 'first name,given name,forename,prénom,prenom,الاسم الأول,ناوی یەکەم',
  familyName: 'last name,family name,surname,nom de famille,اسم العائلة,الكنية,ناوی خێزان',
  arabicName:
    'arabic name,name in arabic,name arabic,nom arabe,nom en arabe,الاسم بالعربية,الاسم العربي,الاسم باللغة العربية,ناوی عەرەبی,ناو بە عەرەبی,name in arabic script,kurdish name,name in kurdish,الاسم بالكردية,ناو بە کوردی',
  organisation:
    'organisation,organization,organisation name,organization name,institution,agency,company,employer,entity,affiliation,ministry,department,org,office,organisme,structure,société,employeur,الجهة,جهة,المؤسسة,مؤسسة,المنظمة,الدائرة,الوزارة,جهة العمل,اسم المؤسسة,اسم الجهة,دامەزراوە,ناوی دامەزراوە,ڕێکخراو,لایەن,وەزارەت,فەرمانگە',
  position:
    'position,job title,jobtitle,role,function,post,designation,occupation,fonction,poste,qualité,المنصب,منصب,الوظيفة,وظيفة,الصفة,العنوان الوظيفي,المسمى الوظيفي,پۆست,پلە,ئەرک,پیشە,ناونیشانی کار',
  email:
    'email,e-mail,mail,email address,e-mail address,mail address,emails,courriel,adresse mail,adresse électronique,adresse e-mail,mél,البريد الإلكتروني,البريد,بريد إلكتروني,الايميل,ايميل,الإيميل,البريد الالكتروني,ئیمەیڵ,ئیمەیل,پۆستی ئەلیکترۆنی',
  phone:
    'phone,mobile,telephone,tel,tel.,cell,mobile number,phone number,phone no,contact number,whatsapp,gsm,téléphone,portable,numéro de téléphone,الهاتف,هاتف,رقم الهاتف,الموبايل,موبايل,الجوال,النقال,رقم الموبايل,تەلەفۆن,ژمارەی تەلەفۆن,مۆبایل,ژمارەی مۆبایل',
  language:
    'language,preferred language,lang,correspondence language,langue,langue de correspondance,اللغة,لغة,لغة المراسلة,اللغة المفضلة,زمان,زمانی نامە',
  tags: 'tags,tag,labels,groups,group,étiquettes,mots-clés,الوسوم,وسوم,المجموعة,تاگ,نیشانەکان,گروپ',
  precedence:
    'precedence,protocol order,rank,order of precedence,préséance,rang,الأسبقية,الترتيب البروتوكولي,پێشینە,ڕیزبەندی',
  notes:
    'notes,note,remarks,remark,comments,comment,remarques,observations,commentaire,commentaires,ملاحظات,الملاحظات,ملاحظة,تێبینی,تێبینییەکان',
  acronym: 'acronym,abbreviation,sigle,abréviation,acronyme,المختصر,الاختصار,کورتکراوە',
  aliases: 'aliases,other names,also known as,autres noms,أسماء أخرى,ناوەکانی تر',
  parent:
    'part of,parent,parent organisation,parent organization,relève de,organisation mère,تابعة لـ,تتبع,الجهة الأم,سەر بە,بەشێکە لە',
}

const languageWords: Record<Language, string> = {
  en: 'en,english,in english,latin,anglais,en anglais,بالانكليزية,بالإنجليزية,انكليزي,الإنجليزية,بە ئینگلیزی,ئینگلیزی',
  fr: 'fr,french,in french,français,en français,بالفرنسية,فرنسي,بە فەڕەنسی,فەڕەنسی',
  ar: 'ar,arabic,in arabic,arabe,en arabe,بالعربية,باللغة العربية,عربي,العربية,بە عەرەبی,عەرەبی',
  ckb: 'ckb,ku,kurdish,in kurdish,kurde,sorani,en kurde,بالكردية,كردي,الكردية,بە کوردی,کوردی',
}

const meanings = new Map<string, Meaning>()
for (const [meaning, spellings] of Object.entries(headings))
  for (const spelling of spellings.split(',')) meanings.set(headingKey(spelling), meaning as Meaning)
// What our own export writes above a column is always known again.
for (const language of languages)
  for (const field of [...plainFields, ...textFields])
    meanings.set(headingKey(translator(language)(`directory:field.${field}`)), field)

const suffixes = Object.entries(languageWords).flatMap(([language, words]) =>
  words.split(',').map((word) => [headingKey(word), language as Language] as const),
)

function headingKey(text: string): string {
  return fold(text) || text.trim()
}

export type Heading = { meaning: Meaning; language: Language | null }

/** What a heading says its column holds, in any of the four languages; null when it is none we know. */
export function readHeading(text: string): Heading | null {
  const key = headingKey(text)
  if (!key || key.length > 60) return null
  const whole = meanings.get(key)
  if (whole) return { meaning: whole, language: null }
  for (const [words, language] of suffixes) {
    const stem = key.endsWith(` ${words}`) ? key.slice(0, -words.length - 1) : null
    const meaning = stem && meanings.get(stem)
    if (meaning) return { meaning, language }
  }
  return readInside(key)
}

/** `Email address of the participant`: the first of our headings that stands in it as whole words, longest first. */
function readInside(key: string): Heading | null {
  const inside = [...meanings.keys()]
    .filter((known) => known.length > 3 && ` ${key} `.includes(` ${known} `))
    .sort((a, b) => b.length - a.length)[0]
  const meaning = inside && meanings.get(inside)
  return meaning ? { meaning, language: null } : null
}
