"""A claim as a plain sentence: one table of cases, each said in both languages."""

import datetime as dt

import pytest

from tawatur.export.labels import label
from tawatur.export.sentences import sentence_of_claim, sentence_of_incident
from tawatur.records import (
    Candidate,
    Claim,
    ClaimType,
    DayRange,
    Document,
    Effect,
    EffectKind,
    Place,
    Precision,
    Said,
    Span,
    Stance,
)

AT = Span(0, 1)


def build_claim(
    kind,
    actors="",
    targets="",
    place=None,
    days=None,
    effects=(),
    source=None,
    stance="asserted",
    *,
    name="c",
    document="d",
):
    def said(value):
        return Said(value, AT)

    if isinstance(days, str):
        days = (days, days)
    return Claim(
        id=name,
        document=document,
        type=said(ClaimType(kind)),
        stance=Stance(stance),
        quote=AT,
        actors=tuple(map(said, actors if isinstance(actors, list) else actors.split())),
        targets=tuple(map(said, targets.split())),
        place=said(place) if place else None,
        date=said(DayRange(*map(dt.date.fromisoformat, days))) if days else None,
        effects=tuple(
            Effect(kind=EffectKind(kind), who=who, of=of, low=low, high=high, span=AT)
            for kind, who, of, low, high in effects
        ),
        source=said(source) if source else None,
    )


def build_place(name_ar, name_en, country, relation=None):
    found = Candidate(
        id=name_en,
        name_ar=name_ar,
        name_en=name_en,
        country=country,
        precision=Precision.TOWN,
        lat=1.0,
        lon=1.0,
    )
    return Place(name=name_ar, country=country, lat=1.0, lon=1.0, relation=relation, candidates=(found,))


def build_document(outlet, name="d"):
    return Document(id=name, sha256="0" * 64, media="text/plain", name="report.txt", outlet=outlet)


HAJIN = build_place("هجين", "Hajin", "SY")
EAST_OF_KASHMAH = build_place("الكشمة", "al-Kashmah", "SY", "east")
NEAR_MARIB = build_place("مأرب", "Marib", "YE", "near")
ARISH = build_place("العريش", "Arish", "EG")
WAD = build_place("ود مدني", "Wad Madani", "SD")
UNSETTLED = Place(name="تل الزعتر", country="SY", reason="three places have this name")

ONE = "2018-10-12"
EITHER = ("2018-10-12", "2018-10-13")


# Each case: the claim, its outlet, what it says in English and what it says in Arabic.
CASES = {
    "the issue's own example": (
        ("armed_clash", "", "sdf", EAST_OF_KASHMAH, ONE, [("killed", "sdf", None, 6, 6), ("captured", "sdf", None, 1, 1)], "isis"),
        "Syria TV",
        "Islamic State says that 6 SDF fighters were killed and 1 captured in an attack east of al-Kashmah on 12 October 2018, reports Syria TV.",
        "قُتل 6 عناصر من قوات سوريا الديمقراطية وأُسر عنصر واحد في هجوم شرق الكشمة في 12 تشرين الأول/أكتوبر 2018، وفق تنظيم الدولة الإسلامية، في تقرير لـ Syria TV.",
    ),
    "a party speaks of its own act": (
        ("armed_clash", "isis", "sdf", HAJIN, ONE, [("killed", "sdf", None, 2, 2)], "isis"),
        "رصيف",
        "Islamic State says that 2 SDF fighters were killed in an attack by its forces in Hajin on 12 October 2018, reports رصيف.",
        "قُتل عنصران من قوات سوريا الديمقراطية في هجوم لتنظيم الدولة الإسلامية في هجين في 12 تشرين الأول/أكتوبر 2018، وفق تنظيم الدولة الإسلامية، في تقرير لرصيف.",
    ),
    "several speak of their own act": (
        ("shelling", "houthis", "yemen_gov", NEAR_MARIB, ONE, [("killed", "yemen_gov", None, 11, 11)], "houthis"),
        "المرفأ",
        "The Houthis say that 11 Yemeni government soldiers were killed in shelling by their forces near Marib on 12 October 2018, reports المرفأ.",
        "قُتل 11 عنصراً من قوات الحكومة اليمنية في قصف للحوثيين قرب مأرب في 12 أكتوبر 2018، وفق الحوثيين، في تقرير للمرفأ.",
    ),
    "an outlet's own voice": (
        ("airstrike", "russia", "civilians", HAJIN, EITHER, [("killed", "civilians", None, 1, 1)]),
        "المرفأ",
        "المرفأ reports that 1 civilian was killed in an air strike by Russia in Hajin on 12 or 13 October 2018.",
        "قُتل مدني واحد في غارة جوية لروسيا في هجين في 12 أو 13 تشرين الأول/أكتوبر 2018، بحسب المرفأ.",
    ),
    "no outlet is known": (
        ("shelling", "", "", HAJIN, None, []),
        None,
        "The report says that there was shelling in Hajin.",
        "وقع قصف في هجين، بحسب التقرير.",
    ),
    "counts within a count": (
        ("airstrike", "", "civilians", HAJIN, ONE, [("killed", "civilians", None, 9, 9), ("killed", "civilians", "children", 3, 3), ("killed", "civilians", "women", 2, 2), ("wounded", "civilians", None, 20, None)], "white_helmets"),
        "رصيف",
        "The White Helmets say that 9 civilians, including 3 children and 2 women, were killed and at least 20 wounded in an air strike in Hajin on 12 October 2018, reports رصيف.",
        "قُتل 9 مدنيين بينهم 3 أطفال وامرأتان وأُصيب 20 مدنياً على الأقل في غارة جوية في هجين في 12 تشرين الأول/أكتوبر 2018، وفق الدفاع المدني السوري، في تقرير لرصيف.",
    ),
    "two people, one of them a commander": (
        ("drone_strike", "usa", "isis", HAJIN, ONE, [("killed", "isis", None, 2, 2), ("killed", "isis", "commanders", 1, 1)], "usa"),
        None,
        "The United States says that 2 Islamic State fighters, including 1 commander, were killed in a drone strike by its forces in Hajin on 12 October 2018.",
        "قُتل عنصران من تنظيم الدولة الإسلامية بينهما قيادي واحد في ضربة بطائرة مسيّرة للولايات المتحدة في هجين في 12 تشرين الأول/أكتوبر 2018، وفق الولايات المتحدة.",
    ),
    "a commander alone": (
        ("drone_strike", "israel", "hezbollah", None, ONE, [("killed", "hezbollah", "commanders", 1, 1)]),
        "المرفأ",
        "المرفأ reports that 1 commander from Hezbollah was killed in a drone strike by Israel on 12 October 2018.",
        "قُتل قيادي واحد من حزب الله في ضربة بطائرة مسيّرة لإسرائيل في 12 أكتوبر 2018، بحسب المرفأ.",
    ),
    "women take a feminine verb": (
        ("shelling", "rsf", "civilians", WAD, ONE, [("killed", "civilians", "women", 3, 3), ("wounded", "civilians", "women", 2, 2)], "medics"),
        "النيلين",
        "Medics say that 3 women were killed and 2 wounded in shelling by the Rapid Support Forces in Wad Madani on 12 October 2018, reports النيلين.",
        "قُتلت 3 نساء وأُصيبت امرأتان في قصف لقوات الدعم السريع في ود مدني في 12 أكتوبر 2018، وفق مصادر طبية، في تقرير للنيلين.",
    ),
    "one woman": (
        ("killing", "unknown", "civilians", WAD, ONE, [("killed", "civilians", "women", 1, 1)]),
        None,
        "The report says that 1 woman was killed by unknown perpetrators in Wad Madani on 12 October 2018.",
        "قُتلت امرأة واحدة على يد مجهولين في ود مدني في 12 أكتوبر 2018، بحسب التقرير.",
    ),
    "a range": (
        ("bombing", "", "pmf", None, ONE, [("killed", "pmf", None, 10, 15)], "officials"),
        None,
        "Officials say that 10 to 15 Popular Mobilization fighters were killed in a bombing on 12 October 2018.",
        "قُتل بين 10 و15 عنصراً من الحشد الشعبي في تفجير في 12 أكتوبر 2018، وفق مسؤولين.",
    ),
    "one or two": (
        ("bombing", "", "civilians", None, None, [("wounded", "civilians", None, 1, 2)], "witnesses"),
        None,
        "Witnesses say that 1 to 2 civilians were wounded in a bombing.",
        "أُصيب مدني واحد أو مدنيان في تفجير، وفق شهود.",
    ),
    "up to a number": (
        ("shelling", "", "civilians", None, None, [("killed", "civilians", None, None, 40), ("wounded", "civilians", None, None, 40)], "activists"),
        None,
        "Activists say that up to 40 civilians were killed and up to 40 wounded in shelling.",
        "قُتل ما يصل إلى 40 مدنياً وأُصيب ما يصل إلى 40 مدنياً في قصف، وفق ناشطين.",
    ),
    "people and no number": (
        ("armed_clash", "isis", "egypt", ARISH, ONE, [("killed", "egypt", None, None, None), ("wounded", "egypt", None, None, None)], "isis"),
        "النيل",
        "Islamic State says that Egyptian soldiers and policemen were killed and others wounded in an attack by its forces in Arish on 12 October 2018, reports النيل.",
        "قُتل عناصر من القوات المصرية وأُصيب آخرون في هجوم لتنظيم الدولة الإسلامية في العريش في 12 أكتوبر 2018، وفق تنظيم الدولة الإسلامية، في تقرير للنيل.",
    ),
    "a hundred": (
        ("shelling", "", "civilians", None, None, [("killed", "civilians", None, 100, 100)], "un"),
        None,
        "The United Nations says that 100 civilians were killed in shelling.",
        "قُتل 100 مدني في قصف، وفق الأمم المتحدة.",
    ),
    "a hundred and three": (
        ("shelling", "", "", None, None, [("killed", "unknown", None, 103, 103)]),
        None,
        "The report says that 103 people were killed in shelling.",
        "قُتل 103 أشخاص في قصف، بحسب التقرير.",
    ),
    "thousands": (
        ("displacement", "", "civilians", HAJIN, ONE, [("displaced", "civilians", None, 2000, None)], "local_sources"),
        None,
        "Local sources say that at least 2,000 civilians were displaced in Hajin on 12 October 2018.",
        "نزح 2,000 مدني على الأقل في هجين في 12 تشرين الأول/أكتوبر 2018، وفق مصادر محلية.",
    ),
    "the harmed are of two parties": (
        ("airstrike", "israel", "hezbollah civilians", None, ONE, [("killed", "hezbollah", None, 3, 3), ("killed", "civilians", None, 2, 2)], "media:الوكالة الوطنية"),
        "المرفأ",
        "الوكالة الوطنية says that 3 Hezbollah fighters were killed and 2 civilians were killed in an air strike by Israel on 12 October 2018, reports المرفأ.",
        "قُتل 3 عناصر من حزب الله وقُتل مدنيان في غارة جوية لإسرائيل في 12 أكتوبر 2018، وفق الوكالة الوطنية، في تقرير للمرفأ.",
    ),
    "the target is not who was harmed": (
        ("airstrike", "coalition", "isis", HAJIN, ONE, [("killed", "civilians", None, 4, 4)], "sohr"),
        None,
        "The Syrian Observatory for Human Rights says that 4 civilians were killed in an air strike by the US-led coalition on Islamic State in Hajin on 12 October 2018.",
        "قُتل 4 مدنيين في غارة جوية للتحالف الدولي على تنظيم الدولة الإسلامية في هجين في 12 تشرين الأول/أكتوبر 2018، وفق المرصد السوري لحقوق الإنسان.",
    ),
    "a denial of the act": (
        ("airstrike", "russia", "civilians", HAJIN, ONE, [], "russia", "denied"),
        "المرفأ",
        "Russia denies that there was an air strike by its forces on civilians in Hajin on 12 October 2018, reports المرفأ.",
        "نفت روسيا أن تكون قد وقعت غارة جوية لها على مدنيين في هجين في 12 تشرين الأول/أكتوبر 2018، في تقرير للمرفأ.",
    ),
    "a denial of the harm": (
        ("shelling", "rsf", "civilians", WAD, ONE, [("killed", "civilians", None, 9, 9)], "rsf", "denied"),
        None,
        "The Rapid Support Forces deny that 9 civilians were killed in shelling by their forces in Wad Madani on 12 October 2018.",
        "نفت قوات الدعم السريع أن يكون قد قُتل 9 مدنيين في قصف لها في ود مدني في 12 أكتوبر 2018.",
    ),
    "a denial by a plural": (
        ("shelling", "houthis", "civilians", None, None, [], "houthis", "denied"),
        None,
        "The Houthis deny that there was shelling by their forces on civilians.",
        "نفى الحوثيون أن يكون قد وقع قصف لهم على مدنيين.",
    ),
    "a denial of what another is said to have done": (
        ("territory_change", "yemen_gov", "houthis", NEAR_MARIB, ONE, [], "houthis", "denied"),
        None,
        "The Houthis deny that there was a change of control in favour of the Yemeni government and against the Houthis over the area near Marib on 12 October 2018.",
        "نفى الحوثيون أن تكون قد تغيّرت السيطرة لصالح الحكومة اليمنية على حساب الحوثيين على المنطقة الواقعة قرب مأرب في 12 أكتوبر 2018.",
    ),
    "an outlet denies": (
        ("protest", "civilians", "", HAJIN, ONE, [], None, "denied"),
        "ميسلون",
        "ميسلون denies that there was a protest by civilians in Hajin on 12 October 2018.",
        "نفى تقرير لميسلون أن يكون قد وقع احتجاج لمدنيين في هجين في 12 تشرين الأول/أكتوبر 2018.",
    ),
    "clashes with no attacker": (
        ("armed_clash", "gna lna", "", None, ONE, []),
        "المرفأ",
        "المرفأ reports that there were clashes between the Tripoli government and the Libyan National Army on 12 October 2018.",
        "وقعت اشتباكات بين حكومة طرابلس والجيش الوطني الليبي في 12 أكتوبر 2018، بحسب المرفأ.",
    ),
    "clashes with harm": (
        ("armed_clash", "gna lna", "", None, ONE, [("killed", "lna", None, 12, 12)], "gna"),
        None,
        "The Tripoli government says that 12 Libyan National Army fighters were killed in clashes between the Tripoli government and the Libyan National Army on 12 October 2018.",
        "قُتل 12 عنصراً من الجيش الوطني الليبي في اشتباكات بين حكومة طرابلس والجيش الوطني الليبي في 12 أكتوبر 2018، وفق حكومة طرابلس.",
    ),
    "a place is taken": (
        ("territory_change", "saf", "rsf", WAD, ONE, [], "saf"),
        "النيلين",
        "The Sudanese army says that there was a change of control in favour of the Sudanese army and against the Rapid Support Forces over Wad Madani on 12 October 2018, reports النيلين.",
        "تغيّرت السيطرة لصالح الجيش السوداني على حساب قوات الدعم السريع على ود مدني في 12 أكتوبر 2018، وفق الجيش السوداني، في تقرير للنيلين.",
    ),
    "a place is left": (
        ("territory_change", "hts", "", HAJIN, ONE, []),
        None,
        "The report says that there was a change of control by the action of Hay'at Tahrir al-Sham over Hajin on 12 October 2018.",
        "تغيّرت السيطرة بفعل هيئة تحرير الشام على هجين في 12 تشرين الأول/أكتوبر 2018، بحسب التقرير.",
    ),
    "arrests": (
        ("arrest", "asayish", "isis", HAJIN, ONE, [("arrested", "isis", None, 5, 5), ("killed", "isis", None, 2, 2)], "asayish"),
        None,
        "The Asayish says that 5 Islamic State fighters were arrested and 2 killed by its forces in Hajin on 12 October 2018.",
        "اعتُقل 5 عناصر من تنظيم الدولة الإسلامية وقُتل عنصران على يد قوات الأسايش في هجين في 12 تشرين الأول/أكتوبر 2018، وفق قوات الأسايش.",
    ),
    "an abduction": (
        ("abduction", "unknown", "civilians", HAJIN, ONE, [("abducted", "civilians", "journalists", 2, 2)], "snhr"),
        None,
        "The Syrian Network for Human Rights says that 2 journalists were abducted by unknown perpetrators in Hajin on 12 October 2018.",
        "خُطف صحفيان على يد مجهولين في هجين في 12 تشرين الأول/أكتوبر 2018، وفق الشبكة السورية لحقوق الإنسان.",
    ),
    "the arrested are not the target": (
        ("arrest", "asayish", "isis", HAJIN, ONE, [("arrested", "unknown", None, 30, 30)], "sohr"),
        None,
        "The Syrian Observatory for Human Rights says that 30 people were arrested by the Asayish in an action against Islamic State in Hajin on 12 October 2018.",
        "اعتُقل 30 شخصاً على يد قوات الأسايش في عمل استهدف تنظيم الدولة الإسلامية في هجين في 12 تشرين الأول/أكتوبر 2018، وفق المرصد السوري لحقوق الإنسان.",
    ),
    "an execution": (
        ("execution", "isis", "", HAJIN, ONE, [("killed", "sdf", "prisoners", 4, 4)], "sohr"),
        None,
        "The Syrian Observatory for Human Rights says that 4 prisoners from the SDF were killed in an execution by Islamic State in Hajin on 12 October 2018.",
        "قُتل 4 سجناء من قوات سوريا الديمقراطية في عملية إعدام نُسبت إلى تنظيم الدولة الإسلامية في هجين في 12 تشرين الأول/أكتوبر 2018، وفق المرصد السوري لحقوق الإنسان.",
    ),
    "a surrender": (
        ("surrender", "isis", "sdf", HAJIN, ONE, [("surrendered", "isis", None, 29, 29)]),
        None,
        "The report says that 29 Islamic State fighters surrendered to the SDF in Hajin on 12 October 2018.",
        "استسلم 29 عنصراً من تنظيم الدولة الإسلامية أمام قوات سوريا الديمقراطية في هجين في 12 تشرين الأول/أكتوبر 2018، بحسب التقرير.",
    ),
    "a release": (
        ("release", "sdf", "", HAJIN, ONE, [("released", "civilians", None, 2, 2)]),
        None,
        "The report says that 2 civilians were released by the SDF in Hajin on 12 October 2018.",
        "أُفرج عن مدنيين اثنين من قبل قوات سوريا الديمقراطية في هجين في 12 تشرين الأول/أكتوبر 2018، بحسب التقرير.",
    ),
    "an exchange": (
        ("release", "houthis yemen_gov", "", None, ONE, [("released", "houthis", None, 15, 15), ("released", "yemen_gov", None, None, None)], "icrc"),
        None,
        "The Red Cross and Red Crescent says that 15 Houthi fighters were released and Yemeni government soldiers were released in a deal between the Houthis and the Yemeni government on 12 October 2018.",
        "أُفرج عن 15 عنصراً من الحوثيين وأُفرج عن عناصر من قوات الحكومة اليمنية في صفقة بين الحوثيين والحكومة اليمنية في 12 أكتوبر 2018، وفق الصليب الأحمر والهلال الأحمر.",
    ),
    "people are missing": (
        ("shelling", "", "civilians", None, ONE, [("killed", "civilians", None, 3, 3), ("missing", "civilians", None, 1, 1)]),
        None,
        "The report says that 3 civilians were killed and 1 civilian went missing in shelling on 12 October 2018.",
        "قُتل 3 مدنيين وفُقد مدني واحد في قصف في 12 أكتوبر 2018، بحسب التقرير.",
    ),
    "talks": (
        ("negotiation", "russia turkey", "", None, ONE, []),
        None,
        "The report says that there were talks or an agreement between Russia and Turkey on 12 October 2018.",
        "جرت مفاوضات أو عُقد اتفاق بين روسيا وتركيا في 12 أكتوبر 2018، بحسب التقرير.",
    ),
    "a total over a month": (
        ("toll", "", "", None, ("2023-01-01", "2023-01-31"), [("killed", "syria_assad", None, 17, 17), ("killed", "syria_assad", "commanders", 1, 1), ("wounded", "syria_assad", None, 6, 6)], "sohr"),
        None,
        "The Syrian Observatory for Human Rights says that 17 government soldiers, including 1 commander, were killed and 6 wounded in all in January 2023.",
        "قُتل 17 عنصراً من قوات حكومة الأسد بينهم قيادي واحد وأُصيب 6 عناصر إجمالاً في يناير 2023، وفق المرصد السوري لحقوق الإنسان.",
    ),
    "a total over a stretch of two years": (
        ("toll", "", "", HAJIN, ("2018-12-30", "2019-01-05"), [("killed", "civilians", None, 40, None)]),
        None,
        "The report says that at least 40 civilians were killed in all in Hajin from 30 December 2018 to 5 January 2019.",
        "قُتل 40 مدنياً على الأقل إجمالاً في هجين من 30 كانون الأول/ديسمبر 2018 إلى 5 كانون الثاني/يناير 2019، بحسب التقرير.",
    ),
    "some day between two": (
        ("killing", "", "civilians", HAJIN, ("2018-09-28", "2018-10-03"), [("killed", "civilians", "medics", 1, 1)]),
        None,
        "The report says that 1 medic was killed in Hajin between 28 September and 3 October 2018.",
        "قُتل مسعف واحد في هجين بين 28 أيلول/سبتمبر و3 تشرين الأول/أكتوبر 2018، بحسب التقرير.",
    ),
    "a whole year": (
        ("siege", "syria_assad", "civilians", HAJIN, ("2014-01-01", "2014-12-31"), []),
        None,
        "The report says that there was a siege by the Assad government of civilians in Hajin in 2014.",
        "فُرض حصار من جانب حكومة الأسد على مدنيين في هجين في عام 2014، بحسب التقرير.",
    ),
    "a party that no list holds": (
        ("armed_clash", ["other:لجان المقاومة"], "rsf", WAD, ONE, [("killed", "other:لجان المقاومة", None, 3, 3)], "other:شبكة سجل"),
        None,
        "شبكة سجل says that 3 members of لجان المقاومة were killed in an attack by لجان المقاومة on the Rapid Support Forces in Wad Madani on 12 October 2018.",
        "قُتل 3 عناصر من لجان المقاومة في هجوم للجان المقاومة على قوات الدعم السريع في ود مدني في 12 أكتوبر 2018، وفق شبكة سجل.",
    ),
    "a place that is not settled": (
        ("landmine", "", "civilians", UNSETTLED, ONE, [("killed", "civilians", "children", 2, 2)]),
        None,
        "The report says that 2 children were killed by a mine or remnant of war in تل الزعتر on 12 October 2018.",
        "قُتل طفلان بلغم أو مخلّف حربي في تل الزعتر في 12 تشرين الأول/أكتوبر 2018، بحسب التقرير.",
    ),
    "property": (
        ("destruction", "settlers", "civilians", None, ONE, [], "media:وفا"),
        None,
        "وفا says that there was destruction of property by Israeli settlers at the cost of civilians on 12 October 2018.",
        "وقع تدمير ممتلكات على يد المستوطنين الإسرائيليين طال مدنيين في 12 أكتوبر 2018، وفق وفا.",
    ),
}  # fmt: skip


def build_case(name):
    arguments, outlet, en, ar = CASES[name]
    return build_claim(*arguments), build_document(outlet), en, ar


@pytest.mark.parametrize("name", CASES)
def test_a_claim_is_a_plain_english_sentence(name):
    claim, document, en, _ = build_case(name)
    assert sentence_of_claim(claim, document=document, lang="en") == en


@pytest.mark.parametrize("name", CASES)
def test_a_claim_is_a_plain_arabic_sentence(name):
    claim, document, _, ar = build_case(name)
    assert sentence_of_claim(claim, document=document, lang="ar") == ar


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("kind", list(ClaimType))
def test_every_type_makes_a_sentence_whatever_is_silent(kind, lang):
    slots = [("sdf", "isis"), ("sdf isis", ""), ("sdf", ""), ("", "isis"), ("", "")]
    for actors, targets in slots:
        for effects in ((), [("killed", "unknown", None, 4, 4)]):
            for place in (HAJIN, EAST_OF_KASHMAH, None):
                claim = build_claim(kind, actors, targets, place, EITHER, effects, "officials")
                said = sentence_of_claim(claim, document=build_document("رصيف"), lang=lang)
                assert said.endswith(".")
                assert "  " not in said
                assert not set("{}").intersection(said)
                assert " ." not in said
                assert " ،" not in said


REPORTS = {
    "a": build_document("رصيف", "a"),
    "b": build_document("المرفأ", "b"),
    "c": build_document("ميسلون", "c"),
}


def build_incident():
    return [
        build_claim("airstrike", "russia", "civilians", HAJIN, ONE, [("killed", "civilians", None, 9, 9)], "white_helmets", name="1", document="a"),
        build_claim("airstrike", "russia", "civilians", HAJIN, ONE, [("killed", "civilians", None, 13, 13), ("wounded", "civilians", None, 20, None)], "sohr", name="2", document="b"),
        build_claim("shelling", "", "civilians", None, EITHER, [("killed", "civilians", None, 11, 11)], name="3", document="b"),
        build_claim("airstrike", "", "hts", HAJIN, ONE, [("killed", "hts", None, 14, 14)], "syria_assad", name="4", document="c"),
        build_claim("airstrike", "russia", "civilians", HAJIN, ONE, [], "russia", "denied", name="5", document="c"),
    ]  # fmt: skip


def test_an_incident_gives_the_span_of_every_account_and_who_denies_it():
    assert sentence_of_incident(build_incident(), documents=REPORTS, lang="en") == (
        "Air strike in Hajin on 12 October 2018: 9 to 13 civilians killed or 14 Hay'at Tahrir al-Sham fighters killed; "
        "at least 20 civilians wounded, according to 4 sources in 3 outlets. Russia denies it."
    )


def test_an_incident_is_said_in_arabic_too():
    assert sentence_of_incident(build_incident(), documents=REPORTS, lang="ar") == (
        "غارة جوية في هجين في 12 تشرين الأول/أكتوبر 2018: مقتل ما بين 9 و13 مدنياً أو مقتل 14 عنصراً من هيئة تحرير الشام؛ "
        "إصابة 20 مدنياً على الأقل، بحسب 4 مصادر في 3 جهات ناشرة. وتنفي ذلك روسيا."
    )


def test_an_incident_reads_the_same_whatever_the_order_of_its_claims():
    claims = build_incident()
    said = {
        sentence_of_incident(order, documents=REPORTS, lang="en").split(":")[0]
        for order in (claims, claims[::-1])
    }
    assert said == {"Air strike in Hajin on 12 October 2018"}


def test_people_whom_one_claim_counts_side_by_side_are_no_rival_accounts():
    both = [("killed", "hts", None, 2, 2), ("killed", "civilians", None, 3, 3)]
    claim = build_claim("shelling", "", "", HAJIN, ONE, both, document="a")
    said = sentence_of_incident([claim], documents=REPORTS, lang="en")
    assert said == (
        "Shelling in Hajin on 12 October 2018: 2 Hay'at Tahrir al-Sham fighters killed; 3 civilians killed, "
        "according to 1 source in 1 outlet."
    )


def test_an_incident_that_is_only_denied_is_said_as_it_stands():
    claim = build_claim("airstrike", "russia", "", HAJIN, ONE, [], "russia", "denied", document="a")
    said = sentence_of_incident([claim], documents=REPORTS, lang="en")
    assert said == "Air strike in Hajin on 12 October 2018, which no source here asserts. Russia denies it."


def test_the_type_in_an_incident_is_its_label():
    said = sentence_of_incident(build_incident()[:1], documents=REPORTS, lang="ar")
    assert said.startswith(label("types", "airstrike", "ar"))
