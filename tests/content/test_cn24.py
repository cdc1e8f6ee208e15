"""The twenty-four measures as encoded: all that the text states, and nothing invented."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.check.rules import check
from macros.data import load
from macros.knowledge import Library
from macros.knowledge.assembly import assemble, text_of
from macros.model import Basis, Clause, Duty, FactStatus, Measure, Mechanism, Status, Term, Timing

ROOT = Path(__file__).parents[2]
SHA256 = "faa27b1cda8041d56d0d620fded80510a51ec247370d7573309a926e9619cf6a"
MEASURES = [f"m{number:02d}" for number in range(1, 25)]

# Every part in a duty whose owner or object the text names: clause, words of the duty's quote,
# role, degree.
STATED = (
    ("m02c1", "团结带领全校教职工", "staff", "support"),
    ("m03c2", "确保中小学校党组织履行", "school-party-org", "lead"),
    ("m04c1", "党组织统一领导", "school-party-org", "lead"),
    ("m05c1", "向上级主管部门党组织专题报告", "school-party-org", "lead"),
    ("m05c1", "向上级主管部门党组织专题报告", "superior-party-org", "inform"),
    ("m05c1", "学校领导班子成员要", "leadership-members", "lead"),
    ("m06c2", "理论学习中心组学习制度", "theory-study-group", "target"),
    ("m06c2", "示范引领", "theory-study-group", "lead"),
    ("m07c1", "纳入党员干部理论学习", "party-cadres", "target"),
    ("m07c2", "持续推动师生党员", "party-members", "target"),
    ("m08c1", "理论学习中心组", "theory-study-group", "lead"),
    ("m08c1", "党支部“三会一课”", "party-branch", "lead"),
    ("m08c1", "动员和激励党员干部", "party-cadres", "target"),
    ("m09c1", "中小学校领导班子和干部队伍建设", "leadership-team", "target"),
    ("m09c1", "管理教育监督干部", "cadres", "target"),
    ("m10c1", "优秀党员干部", "party-cadres", "target"),
    ("m10c1", "担任学校党组织书记", "party-secretary", "target"),
    ("m10c2", "协助党组织书记", "party-secretary", "lead"),
    ("m10c2", "党组织副书记要协助", "deputy-secretary", "support"),
    ("m10c3", "校长队伍", "principal", "target"),
    ("m11c1", "优秀青年人才", "young-talents", "target"),
    ("m11c1", "年轻干部队伍", "young-cadres", "target"),
    ("m11c2", "优秀年轻干部", "young-cadres", "target"),
    ("m11c2", "领导班子老中青", "leadership-team", "target"),
    ("m12c1", "“一把手”的监督管理", "top-leader", "target"),
    ("m12c3", "请假", "cadres", "target"),
    ("m13c1", "年级组或学科组", "party-group", "target"),
    ("m13c1", "年级组或学科组", "grade-groups", "target"),
    ("m13c1", "年级组或学科组", "subject-groups", "target"),
    ("m14c1", "优秀教师", "outstanding-teachers", "target"),
    ("m14c1", "骨干教师", "backbone-teachers", "target"),
    ("m14c1", "党员教师", "party-member-teachers", "target"),
    ("m14c2", "发展党员", "high-knowledge-group", "target"),
    ("m14c2", "发展党员", "subject-leaders", "target"),
    ("m14c2", "发展党员", "young-talents", "target"),
    ("m14c3", "严格党员教育管理", "party-members", "target"),
    ("m15c1", "主持党组织全面工作", "party-secretary", "lead"),
    ("m15c1", "第一职责", "party-secretary", "lead"),
    ("m16c1", "健全党务工作机构", "party-affairs-office", "target"),
    ("m16c1", "专职党务工作人员", "full-time-party-workers", "target"),
    ("m16c1", "兼职党务工作者", "part-time-party-workers", "target"),
    ("m16c2", "中小学校党务工作人员", "party-workers", "target"),
    ("m17c1", "党组织领导、校长负责", "school-party-org", "lead"),
    ("m17c1", "党组织领导、校长负责", "principal", "joint"),
    ("m17c1", "群团组织参与", "mass-organisations", "support"),
    ("m17c1", "家庭社会多方协同", "families", "support"),
    ("m17c1", "家庭社会多方协同", "community", "support"),
    ("m17c1", "培养学生", "students", "target"),
    ("m17c1", "增强青少年", "youth", "target"),
    ("m18c1", "引导广大教师", "teachers", "target"),
    ("m18c2", "为师生上1次思政课", "party-secretary", "lead"),
    ("m18c2", "为师生上1次思政课", "principal", "joint"),
    ("m18c2", "为师生上1次思政课", "teachers", "target"),
    ("m18c2", "为师生上1次思政课", "students", "target"),
    ("m20c1", "教职工思想政治工作", "staff", "target"),
    ("m20c2", "优秀教师的示范引领", "outstanding-teachers", "target"),
    ("m21c1", "党建带关建", "care-committee", "target"),
    ("m21c1", "党建带关建", "youth-league", "target"),
    ("m21c1", "党建带关建", "young-pioneers", "target"),
    ("m21c1", "充分发挥关工委", "care-committee", "support"),
    ("m21c1", "充分发挥关工委", "youth-league", "support"),
    ("m21c1", "充分发挥关工委", "young-pioneers", "support"),
    ("m21c2", "学生会和学生社团", "student-union", "target"),
    ("m21c2", "学生会和学生社团", "student-societies", "target"),
    ("m22c1", "书记抓", "party-secretary", "lead"),
    ("m22c1", "抓书记", "party-secretary", "target"),
    ("m22c2", "述职评议考核", "party-secretary", "target"),
    ("m22c3", "学校领导班子综合评价", "leadership-team", "target"),
    ("m22c3", "领导人员选拔任用", "leadership-members", "target"),
    ("m23c3", "引导党员干部", "party-cadres", "target"),
    ("m24c1", "党组织统一领导", "school-party-org", "lead"),
    ("m24c1", "“一把手”负总责", "top-leader", "answer"),
    ("m24c1", "班子成员具体负责", "leadership-members", "joint"),
)

# The words of the text that say how often or how long, and the rhythm they stand for.
RHYTHMS = (
    ("m02c1", "全过程", "continuous"),
    ("m05c1", "年度考核", "periodic"),
    ("m05c1", "述职评议", "event"),
    ("m05c1", "年度工作总结", "periodic"),
    ("m06c3", "始终", "continuous"),
    ("m07c2", "持续", "continuous"),
    ("m07c2", "经常性", "continuous"),
    ("m08c1", "持续", "continuous"),
    ("m11c2", "不断", "continuous"),
    ("m17c1", "全过程", "continuous"),
    ("m18c2", "每学期", "periodic"),
    ("m19c2", "敏感时期", "event"),
    ("m19c2", "重大活动期间", "event"),
    ("m20c2", "常态化", "continuous"),
    ("m20c2", "长效化", "continuous"),
    ("m21c1", "常态化", "continuous"),
    ("m21c2", "始终", "continuous"),
    ("m23c2", "持续", "continuous"),
)

# Formulas, bodies and mechanisms that stand without quotation marks but are entries all the same.
NAMED = (
    ("principal-responsibility", "党组织领导的校长负责制"),
    ("school-charter", "学校章程"),
    ("party-org-meeting", "学校党组织会议"),
    ("principal-meeting", "校长办公会议"),
    ("rules-of-procedure", "议事规则"),
    ("theory-study-system", "理论学习中心组"),
    ("concentrated-education", "党内集中学习教育"),
    ("audit", "审计"),
    ("supervision-evaluation", "督导评估"),
    ("personal-matters-report", "个人有关事项报告"),
    ("organisational-measures", "提醒、函询、诫勉"),
    ("organisational-life", "党的组织生活制度"),
    ("member-development", "党员发展"),
    ("featured-school", "思政育人特色学校"),
    ("secretary-appraisal", "党组织书记党建述职评议考核"),
    ("political-inspection", "政治巡察"),
    ("eight-rules", "中央八项规定"),
    ("ledger-management", "台账管理"),
    ("party-and-groups-together", "党群共建"),
)

# What is local, or has no settled public wording: an editor must ask, not guess.
PENDING = (
    "project-3211",
    "strategy-532",
    "qiubai-branch",
    "new-journey",
    "four-duties",
    "one-school-one-brand",
    "branch-standard",
    "good-secretary-project",
    "digital-portrait",
    "four-kinds-of-consciousness",
    "secretary-grasps",
    "party-led-groups",
)


@pytest.fixture(scope="module")
def library() -> Library:
    """The library of this repository, with no other document than this."""
    whole = load(ROOT).library
    return replace(whole, documents=tuple(one for one in whole.documents if one.id == "cn24"))


def _clause(library: Library, id_: str) -> Clause:
    found = library.clause(id_)
    assert found is not None
    return found.clause


def _duties(library: Library, clause: str, words: str) -> list[Duty]:
    return [duty for duty in _clause(library, clause).duties if words in duty.quote]


def _entry(library: Library, id_: str) -> Term | Mechanism:
    entry = library.term(id_) or library.mechanism(id_)
    assert entry is not None
    return entry


def _measure(library: Library, id_: str) -> Measure:
    measure = library.measure(id_)
    assert measure is not None
    return measure


def test_the_data_break_no_rule() -> None:
    """The store reads every file and no rule finds anything."""
    loaded = load(ROOT)
    assert [*loaded.findings, *check(loaded.library)] == []


def test_the_text_is_the_text_of_record(library: Library) -> None:
    """Titles and clauses put together are the source, and the source has the known SHA-256."""
    (document,) = library.documents
    text = text_of(assemble(document))
    assert text == document.text
    assert hashlib.sha256(text.encode()).hexdigest() == SHA256 == document.source.sha256


def test_all_of_it_is_there(library: Library) -> None:
    """There are six parts, the measures 1 to 24 and fifty clauses, each a sentence that ends so."""
    (document,) = library.documents
    assert len(document.parts) == 6
    assert [measure.id for measure in document.measures] == MEASURES
    assert [measure.number for measure in document.measures] == list(range(1, 25))
    assert len(library.clauses) == 50
    assert all(re.fullmatch("[^。]+。", found.clause.text) for found in library.clauses)


def test_ids_follow_the_text(library: Library) -> None:
    """Clauses, duties and questions are numbered through; the quotes of duties never go back."""
    for measure in library.measures:
        for letter, records in (
            ("c", measure.clauses),
            ("d", measure.duties),
            ("q", measure.questions),
        ):
            expected = [f"{measure.id}{letter}{n}" for n in range(1, len(records) + 1)]
            assert [record.id for record in records] == expected
        for clause in measure.clauses:
            starts = [clause.text.index(duty.quote) for duty in clause.duties]
            assert starts == sorted(starts), clause.id


def test_every_clause_demands_something(library: Library) -> None:
    """No clause of these measures is without a duty."""
    assert [c.clause.id for c in library.clauses if not c.clause.duties] == []


@pytest.mark.parametrize(
    ("clause", "least"),
    [("m01c1", 8), ("m03c2", 4), ("m04c1", 4), ("m09c1", 9), ("m12c2", 6), ("m12c3", 4)],
)
def test_demands_are_not_merged(library: Library, clause: str, least: int) -> None:
    """A sentence that asks for many things carries as many duties."""
    assert len(_clause(library, clause).duties) >= least


def test_every_word_between_commas_is_in_a_duty(library: Library) -> None:
    """No stretch of a clause between two commas lies outside the quotes of its duties."""
    for found in library.clauses:
        text = found.clause.text
        covered: set[int] = set()
        for duty in found.clause.duties:
            at = text.index(duty.quote)
            covered.update(range(at, at + len(duty.quote)))
        for stretch in re.finditer("[^，。]+", text):
            assert covered.intersection(range(*stretch.span())), (found.clause.id, stretch[0])


@pytest.mark.parametrize(("clause", "words", "role", "degree"), STATED)
def test_who_is_named_is_stated(
    library: Library, clause: str, words: str, role: str, degree: str
) -> None:
    """An owner or object that the text names has its part in the duty, on the text's own basis."""
    parts = [
        (who.role, who.degree.value, who.basis)
        for duty in _duties(library, clause, words)
        for who in duty.who
    ]
    assert (role, degree, Basis.STATED) in parts


@pytest.mark.parametrize(("clause", "words", "kind"), RHYTHMS)
def test_rhythm_words_are_used(library: Library, clause: str, words: str, kind: str) -> None:
    """Words that say how often or how long are the quote of a stated rhythm of that kind."""
    found = [
        duty.when.kind.value
        for duty in _clause(library, clause).duties
        if duty.when.basis is Basis.STATED and words in (duty.when.quote or "")
    ]
    assert kind in found


def _how_often(when: Timing) -> tuple[str | None, int | None]:
    return (when.every.value if when.every else None, when.times)


def test_the_report_falls_due_each_year(library: Library) -> None:
    """The Party organisation reports to the superior one once a year, with the yearly appraisal."""
    (duty,) = _duties(library, "m05c1", "结合年度考核")
    assert _how_often(duty.when) == ("year", 1)
    assert {use.mechanism for use in duty.mechanisms} >= {
        "annual-appraisal",
        "principal-responsibility",
    }
    assert ("thematic-report", Basis.STATED) in {(use.record, use.basis) for use in duty.records}


def test_the_lesson_falls_due_each_term(library: Library) -> None:
    """Party secretary and principal give one lesson each term."""
    (duty,) = [d for d in _duties(library, "m18c2", "1次思政课") if d.when.every]
    assert _how_often(duty.when) == ("term", 1)


@pytest.mark.parametrize(
    ("clause", "record"),
    [
        ("m03c1", "charter-text"),
        ("m05c1", "thematic-report"),
        ("m05c1", "work-summary"),
        ("m11c1", "cultivation-plan"),
        ("m11c1", "growth-file"),
        ("m12c3", "cadre-file"),
        ("m22c2", "appraisal-result"),
        ("m23c2", "work-ledger"),
    ],
)
def test_named_records_are_stated(library: Library, clause: str, record: str) -> None:
    """A record that the text names is left by a duty of that clause, on the text's own basis."""
    uses = [
        (use.record, use.basis) for duty in _clause(library, clause).duties for use in duty.records
    ]
    assert (record, Basis.STATED) in uses


@pytest.mark.parametrize("clause", ["m01c1", "m12c2", "m15c2", "m15c3", "m19c1", "m19c2", "m23c1"])
def test_no_owner_is_read_into_a_silent_sentence(library: Library, clause: str) -> None:
    """Where the sentence names nobody who acts, every lead is the editor's reading."""
    leads = [
        who.basis
        for duty in _clause(library, clause).duties
        for who in duty.who
        if who.degree == "lead"
    ]
    assert leads
    assert set(leads) == {Basis.INFERRED}


def test_nobody_is_told_whom_the_members_report_to(library: Library) -> None:
    """The text does not say to whom the members of the leadership report, and neither do we."""
    duties = _duties(library, "m05c1", "学校领导班子成员要")
    assert len(duties) == 2
    assert [who.role for duty in duties for who in duty.who] == ["leadership-members"] * 2


def test_everything_in_quotation_marks_is_an_entry(library: Library) -> None:
    """Each stretch between quotation marks, in clauses and titles, is named by an entry."""
    index = library.glossary_names
    unnamed: list[str] = []
    texts = [found.clause.text for found in library.clauses]
    texts += [measure.title for measure in library.measures]
    for text in texts:
        spans = [(span.start, span.end) for span in index.find(text)]
        unnamed += [
            match[1]
            for match in re.finditer("“([^”]+)”", text)
            if not any(start <= match.start(1) and match.end(1) <= end for start, end in spans)
        ]
    assert unnamed == []
    (document,) = library.documents
    assert sum(text.count("“") for text in texts) == document.text.count("“") == 31


@pytest.mark.parametrize(("entry", "words"), NAMED)
def test_what_is_named_without_marks_is_an_entry(library: Library, entry: str, words: str) -> None:
    """The index finds these words of the text and takes them for this entry."""
    (document,) = library.documents
    assert words in document.text
    assert [span.entry for span in library.glossary_names.find(words)] == [entry]
    assert library.mentions(entry) or library.titles_naming(entry)


def test_named_mechanisms_carry_a_duty_of_their_clause(library: Library) -> None:
    """A mechanism that a clause names carries at least one of its duties."""
    for found in library.clauses:
        named = {span.entry for span in library.names_in(found.clause.id)}
        named = {id_ for id_ in named if library.mechanism(id_)}
        carrying = {use.mechanism for duty in found.clause.duties for use in duty.mechanisms}
        assert named <= carrying, found.clause.id


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("课程思政", ["curriculum-ideology-teaching"]),
        ("思政课程", ["ideology-courses"]),
        ("思政课", ["ideology-course"]),
        ("四种意识", ["four-kinds-of-consciousness"]),
        ("四个意识", ["four-consciousnesses"]),
        ("述职评议考核", ["debrief-appraisal"]),
        ("党组织书记党建述职评议考核", ["secretary-appraisal"]),
        ("意识形态工作领导权和话语权", ["ideology-leadership"]),
    ],
)
def test_names_are_not_found_inside_others(library: Library, text: str, entries: list[str]) -> None:
    """The longest name wins, and a name inside another word is not taken for the entry."""
    assert [span.entry for span in library.glossary_names.find(text)] == entries


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("群团", {"mass-organisations"}),
        ("党员干部", {"party-cadres"}),
        ("提高研究生以上学历党员发展比例", set()),
        ("培养学生从小爱党爱国爱人民爱社会主义", {"students"}),
        ("深化学生会和学生社团政治建设", {"student-union", "student-societies"}),
        ("学校党组织会议和校长办公会议制度", set()),
        ("党组织副书记要协助党组织书记", {"deputy-secretary", "party-secretary"}),
    ],
)
def test_roles_are_not_found_inside_other_words(
    library: Library, text: str, roles: set[str]
) -> None:
    """A role is named by its own words only."""
    assert library.roles_in(text) == roles


@pytest.mark.parametrize("id_", PENDING)
def test_what_is_local_is_not_defined(library: Library, id_: str) -> None:
    """Local or unsettled names have no definition and are shown as pending."""
    entry = _entry(library, id_)
    assert entry.definition is None
    assert entry.status is Status.PENDING


def test_no_definition_is_called_reviewed(library: Library) -> None:
    """Each definition names its source and waits for an editor's confirmation."""
    entries: tuple[Term | Mechanism, ...] = library.glossary
    for entry in entries:
        if entry.definition is not None:
            assert entry.status is Status.TO_REVIEW, entry.id


def test_facts_that_the_source_does_not_give_are_pending(library: Library) -> None:
    """The title is a working title; issuer, number, dates and force are unknown and say so."""
    (document,) = library.documents
    facts = document.facts
    assert facts.title.status is FactStatus.PROVISIONAL
    assert facts.title.value == "中小学校党建工作二十四条措施"
    assert "暂拟" in (facts.title.source or "")
    for fact in (facts.issuer, facts.number, facts.issued, facts.effective, facts.force):
        assert fact.status is FactStatus.PENDING
        assert fact.value is None


@pytest.mark.parametrize("id_", MEASURES)
def test_questions_are_of_several_kinds(library: Library, id_: str) -> None:
    """A measure has three questions or more, of three kinds or more, one open to discussion."""
    questions = _measure(library, id_).questions
    assert len(questions) >= 3
    assert len({question.kind for question in questions}) >= 3
    assert any(question.kind == "discuss" for question in questions)


def test_no_two_questions_are_alike(library: Library) -> None:
    """No two questions share a third of their runs of three characters."""
    runs = [
        (question.id, {question.text[at : at + 3] for at in range(len(question.text) - 2)})
        for _, question in library.questions
    ]
    alike = [
        (one, other)
        for n, (one, mine) in enumerate(runs)
        for other, theirs in runs[n + 1 :]
        if len(mine & theirs) * 3 > min(len(mine), len(theirs))
    ]
    assert alike == []


def test_instructions_are_short(library: Library) -> None:
    """What is to be done takes forty characters at most, and never the same words twice."""
    sayings = [found.duty.do for found in library.duties]
    assert [saying for saying in sayings if len(saying) > 40] == []
    assert len(sayings) == len(set(sayings))


def test_every_duty_leaves_evidence(library: Library) -> None:
    """Each duty names at least one record that a school would have."""
    assert [found.duty.id for found in library.duties if not found.duty.records] == []


def test_a_relation_is_stored_once(library: Library) -> None:
    """No two measures are related in both directions, and none stands alone."""
    pairs = [
        frozenset((measure.id, relation.to))
        for measure in library.measures
        for relation in measure.related
    ]
    assert len(pairs) == len(set(pairs))
    assert {id_ for pair in pairs for id_ in pair} == set(MEASURES)
