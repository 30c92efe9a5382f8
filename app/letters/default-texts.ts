import type { Localized } from '#app/i18n/languages.ts'
import type { LetterKind } from '#db/schema/letters.server.ts'

type Texts = { subject: Localized; body: Localized }

/** The two letters that every office has until it writes its own. */
export const defaultTexts: Record<LetterKind, Texts> = {
  formal: {
    subject: {
      en: 'Invitation to {{ event.name }}',
      fr: 'Invitation – {{ event.name }}',
      ar: 'دعوة إلى {{ event.name }}',
      ckb: 'بانگهێشت بۆ {{ event.name }}',
    },
    body: {
      en: 'On behalf of {{ office.name }}, I have the honour to invite {% if guest.name %}you{% else %}{{ organisation.name }}{% endif %} to **{{ event.name }}**.\n\nThe event takes place on {{ event.date }}, {{ event.time }}{% if event.place %}, at {{ event.place }}{% endif %}.\n\n{% if seats %}We should be grateful if you would name your representatives (seats reserved for you: {{ seats }}). {% endif %}Kindly let us have your reply by {{ answer.deadline }}{% if answer.link %}, by letter or through the page to which the code below leads{% endif %}.',
      fr: 'Au nom de {{ office.name }}, j’ai l’honneur {% if guest.name %}de vous inviter{% else %}d’inviter {{ organisation.name }}{% endif %} à **{{ event.name }}**.\n\nL’événement aura lieu le {{ event.date }}, {{ event.time }}{% if event.place %}, à l’adresse suivante\u00a0: {{ event.place }}{% endif %}.\n\n{% if seats %}Nous vous saurions gré de bien vouloir désigner vos représentants (places réservées\u00a0: {{ seats }}). {% endif %}Nous vous prions de nous faire parvenir votre réponse au plus tard le {{ answer.deadline }}{% if answer.link %}, par courrier ou au moyen de la page à laquelle mène le code ci-dessous{% endif %}.',
      ar: 'باسم {{ office.name }}، يشرفني أن أدعو{% if guest.name %}كم{% else %} {{ organisation.name }}{% endif %} إلى **{{ event.name }}**.\n\nتقام الفعالية في {{ event.date }}، {{ event.time }}{% if event.place %}، في {{ event.place }}{% endif %}.\n\n{% if seats %}ونرجو التفضل بتسمية ممثليكم، وعدد المقاعد المخصصة لكم {{ seats }}. {% endif %}ونكون شاكرين لو وافيتمونا بجوابكم في موعد أقصاه {{ answer.deadline }}{% if answer.link %}، بكتاب رسمي أو عبر الصفحة التي يقود إليها الرمز أدناه{% endif %}.',
      ckb: 'بە ناوی {{ office.name }}، شانازیم پێوەیە کە {% if guest.name %}بەڕێزتان{% else %}{{ organisation.name }}{% endif %} بانگهێشت بکەم بۆ **{{ event.name }}**.\n\nبۆنەکە لە {{ event.date }}، {{ event.time }}{% if event.place %}، لە {{ event.place }}{% endif %} بەڕێوە دەچێت.\n\n{% if seats %}سوپاسگوزار دەبین ئەگەر نوێنەرانتان دیاری بکەن؛ ژمارەی شوێنەکانتان {{ seats }}ە. {% endif %}تکایە وەڵامەکەتان تا {{ answer.deadline }} {% if answer.link %}بە نووسراو یان لە ڕێگەی ئەو پەڕەیەوە بنێرن کە کۆدەکەی خوارەوە دەتانباتێ{% else %}بنێرن{% endif %}.',
    },
  },
  verbale: {
    subject: {
      en: 'Invitation to {{ event.name }}',
      fr: 'Invitation – {{ event.name }}',
      ar: 'دعوة إلى {{ event.name }}',
      ckb: 'بانگهێشت بۆ {{ event.name }}',
    },
    body: {
      en: 'to invite its representatives to **{{ event.name }}**, which takes place on {{ event.date }}, {{ event.time }}{% if event.place %}, at {{ event.place }}{% endif %}.\n\n{{ office.name }} would be grateful to receive {% if seats %}the names of the representatives (seats reserved: {{ seats }}){% else %}a reply{% endif %} by {{ answer.deadline }}.',
      fr: 'd’inviter ses représentants à **{{ event.name }}**, qui aura lieu le {{ event.date }}, {{ event.time }}{% if event.place %}, à l’adresse suivante\u00a0: {{ event.place }}{% endif %}.\n\n{{ office.name }} saurait gré de recevoir {% if seats %}les noms des représentants (places réservées\u00a0: {{ seats }}){% else %}une réponse{% endif %} au plus tard le {{ answer.deadline }}.',
      ar: 'بدعوة ممثليها إلى **{{ event.name }}** في {{ event.date }}، {{ event.time }}{% if event.place %}، في {{ event.place }}{% endif %}.\n\nوتكون {{ office.name }} شاكرة لموافاتها {% if seats %}بأسماء الممثلين (عدد المقاعد: {{ seats }}){% else %}بالجواب{% endif %} في موعد أقصاه {{ answer.deadline }}.',
      ckb: 'نوێنەرانی بانگهێشت دەکات بۆ **{{ event.name }}** کە لە {{ event.date }}، {{ event.time }}{% if event.place %}، لە {{ event.place }}{% endif %} بەڕێوە دەچێت.\n\n{{ office.name }} سوپاسگوزار دەبێت ئەگەر تا {{ answer.deadline }} {% if seats %}ناوی نوێنەرەکانی پێ بگات (ژمارەی شوێنەکان: {{ seats }}){% else %}وەڵامی پێ بگات{% endif %}.',
    },
  },
}
