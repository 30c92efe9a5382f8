import type { Localized } from '../../app/i18n/languages.ts'
import type { Motif } from './drawings.server.ts'

/** What each drawing shows, for those who cannot see it. */
export const pictureTexts: Record<Motif, Localized> = {
  loom: {
    en: 'Drawing: a loom, its lower half woven in bands of gold and teal with a row of diamonds in each.',
    fr: 'Dessin : un métier à tisser dont la moitié basse est tissée de bandes dorées et bleu-vert à losanges.',
    ar: 'رسم: نول نُسج نصفه السفلي بأشرطة ذهبية وخضراء مزرقة فيها صفوف من المعينات.',
    ckb: 'نیگار: تەونێک کە نیوەی خوارەوەی بە هێڵی زێڕین و شینی سەوزباو چنراوە و شێوەی لۆزەنگی تێدایە.',
  },
  street: {
    en: 'Drawing: a street of seven houses, with four lamps lit before them.',
    fr: 'Dessin : une rue de sept maisons, quatre réverbères allumés devant elles.',
    ar: 'رسم: شارع فيه سبعة بيوت، وأمامها أربعة مصابيح مضاءة.',
    ckb: 'نیگار: شەقامێک بە حەوت خانوو، چوار گڵۆپی داگیرساو لەبەردەمیان.',
  },
  dark: {
    en: 'Drawing: the same street of seven houses at night, without lamps.',
    fr: 'Dessin : la même rue de sept maisons, la nuit, sans réverbères.',
    ar: 'رسم: الشارع نفسه ببيوته السبعة ليلاً من دون مصابيح.',
    ckb: 'نیگار: هەمان شەقام بە حەوت خانووەکەیەوە، بە شەو و بێ گڵۆپ.',
  },
  doors: {
    en: 'Drawing: three arched doors; the one in the middle stands open and light falls out.',
    fr: 'Dessin : trois portes en arc ; celle du milieu est ouverte et la lumière en sort.',
    ar: 'رسم: ثلاثة أبواب مقوسة، أوسطها مفتوح يخرج منه الضوء.',
    ckb: 'نیگار: سێ دەرگای کەوانەیی؛ ئەوەی ناوەڕاست کراوەیە و ڕووناکیی لێ دێتە دەرەوە.',
  },
  phases: {
    en: 'Drawing: four steps, each higher than the last, with more people standing on each.',
    fr: 'Dessin : quatre marches de plus en plus hautes, avec chaque fois davantage de personnes.',
    ar: 'رسم: أربع درجات تعلو كل منها سابقتها، ويقف على كل منها عدد أكبر من الناس.',
    ckb: 'نیگار: چوار پلە، هەر یەکێک لە پێشووتر بەرزتر و خەڵکی زیاتری لەسەرە.',
  },
  map: {
    en: 'Map: a circle at the chief town of each of the 18 governorates, its area in proportion to the displaced people there in April 2024. The largest are in the north: Duhok, Ninewa and Erbil.',
    fr: 'Carte : un cercle au chef-lieu de chacun des 18 gouvernorats, dont la surface est proportionnelle au nombre de personnes déplacées en avril 2024. Les plus grands sont au nord : Dohouk, Ninive et Erbil.',
    ar: 'خريطة: دائرة عند مركز كل محافظة من المحافظات الثماني عشرة، مساحتها بحسب عدد النازحين فيها في نيسان ٢٠٢٤. أكبرها في الشمال: دهوك ونينوى وأربيل.',
    ckb: 'نەخشە: بازنەیەک لە ناوەندی هەر یەک لە هەژدە پارێزگاکە، ڕووبەرەکەی بە پێی ژمارەی ئاوارەکانە لە نیسانی ٢٠٢٤. گەورەترینەکان لە باکوورن: دهۆک، نەینەوا و هەولێر.',
  },
  circle: {
    en: 'Drawing: ten people seated in a circle, seen from above.',
    fr: 'Dessin : dix personnes assises en cercle, vues d’en haut.',
    ar: 'رسم: عشرة أشخاص جالسون في دائرة كما يُرون من أعلى.',
    ckb: 'نیگار: دە کەس بە بازنەیی دانیشتوون، لە سەرەوە دەبینرێن.',
  },
  roof: {
    en: 'Drawing: three houses with firm roofs while snow falls.',
    fr: 'Dessin : trois maisons aux toits solides sous la neige.',
    ar: 'رسم: ثلاثة بيوت متينة السقوف والثلج يتساقط.',
    ckb: 'نیگار: سێ خانووی بنمیچ پتەو لەژێر بارینی بەفردا.',
  },
  box: {
    en: 'Drawing: an open box from which five things look out.',
    fr: 'Dessin : une boîte ouverte d’où dépassent cinq objets.',
    ar: 'رسم: صندوق مفتوح تطل منه خمسة أشياء.',
    ckb: 'نیگار: سندوقێکی کراوە کە پێنج شتی لێ دەردەکەوێت.',
  },
  clinic: {
    en: 'Drawing: a van with a medical cross on its side, before hills.',
    fr: 'Dessin : une camionnette marquée d’une croix médicale, devant des collines.',
    ar: 'رسم: عربة على جانبها علامة طبية، ووراءها تلال.',
    ckb: 'نیگار: ئۆتۆمبێلێک کە نیشانەی پزیشکیی لەسەرە، لەبەردەم گردەکان.',
  },
  border: {
    en: 'Drawing: a road through mountains, with a barrier and a small booth beside it.',
    fr: 'Dessin : une route de montagne, une barrière et une guérite à côté.',
    ar: 'رسم: طريق بين الجبال، وحاجز، وبجانبه كشك صغير.',
    ckb: 'نیگار: ڕێگایەک بە نێو چیاکاندا، لەگەڵ بەربەستێک و کوخێکی بچووک.',
  },
  list: {
    en: 'Drawing: one list of seven lines; five are ticked.',
    fr: 'Dessin : une liste de sept lignes, dont cinq sont cochées.',
    ar: 'رسم: قائمة واحدة من سبعة أسطر، خمسة منها عليها علامة.',
    ckb: 'نیگار: لیستێک بە حەوت دێڕ، پێنجیان نیشانەکراون.',
  },
  road: {
    en: 'Drawing: a winding road leads over hills to a house; the sun stands low.',
    fr: 'Dessin : un chemin sinueux mène par les collines à une maison ; le soleil est bas.',
    ar: 'رسم: طريق متعرج يمضي بين التلال إلى بيت، والشمس قريبة من الأفق.',
    ckb: 'نیگار: ڕێگایەکی پێچاوپێچ بەسەر گردەکاندا بەرەو خانوویەک دەچێت؛ خۆر نزمە.',
  },
}
