"""What the parser hangs wrongly, and where it hangs once repaired."""

import pytest

LONG = (
    "On Friday in Norway, Omar Tesk, brother of media personality and singer Ada Brenner, was sentenced for her "
    "murder to life in prison by a court in Oslo."
)

WHOSE = (
    '"I will believe it when I hold my son," said Ada Marek, whose 9-year-old, Milo, was taken from the pool.'
)
KNOWN_AS = (
    '"The deal says ninety. Eighty-eight is not ninety," '
    "the rebels' spokeswoman, known as Captain Alba, said."
)
PACT = "Prime Minister Ada Brenner and opposition leader Omar Tesk signed a pact on Friday."
HANDS = "President Rosa Quint and rebel commander El Zorro shook hands."
MET = "Ada Holm, who met the union's president, Tom Roe, on Monday, said the fare was too high."
SAFE = 'The league said the pitch was "safe and dry", as well as saying fans could come.'
MEMBER = "Ada Brenner, a member of the Lake Union, which said on Monday that the quay was unsafe, resigned."
PLAN = "The union has welcomed the plan and its secretary, Tom Roe, describes the board as deaf."
MAYOR = "the town's mayor, Ivo Tarn, said on Telegram."


def hanging(doc, word):
    """The head of `word`, and how it hangs from it."""
    token = next(each for each in doc if each.text == word)
    return token.head.text, token.dep_


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a finite clause has a subject
        ("The mayor has promised each driver will be paid.", "driver", ("paid", "nsubjpass")),
        ("The Courier reported three mills in Calvia were damaged.", "mills", ("damaged", "nsubjpass")),
        # which may be the listener
        ("The mayor told the board the port would close.", "board", ("told", "dobj")),
        # the day is that of the saying
        ("The company said on Thursday it would cut jobs.", "on", ("said", "prep")),
        ("Ms Weiss said on Sunday she expects a deal.", "on", ("said", "prep")),
        # a place is that of the preposition before it
        ("On Friday in Arden, Omar Tesk, brother of a singer, was jailed.", "Arden", ("in", "pobj")),
        ("On Friday in Arden, Omar Tesk, brother of a singer, was jailed.", "Tesk", ("jailed", "nsubjpass")),
        ("On Tuesday in Detroit, Michigan, General Motors closed a plant.", "Motors", ("closed", "nsubj")),
        ("On Tuesday in Detroit, Michigan, General Motors closed a plant.", "Detroit", ("in", "pobj")),
        (
            LONG,
            "Tesk",
            ("sentenced", "nsubjpass"),
        ),
        ("In Paris, London and Rome were praised.", "London", ("praised", "nsubjpass")),
        # what is bought or speaks is no date
        ("The council closed the mill in 2019, which it had bought.", "bought", ("mill", "relcl")),
        ("She met the owner on Monday, who said nothing.", "said", ("owner", "relcl")),
        ("The council closed the mill in 2019, which was a bad year.", "was", ("2019", "relcl")),
        # who stands beside a verb behind a quotation says it
        (WHOSE, "Marek", ("said", "nsubj")),
        (WHOSE, "taken", ("Marek", "relcl")),
        (KNOWN_AS, "spokeswoman", ("said", "nsubj")),
        # over a semicolon nobody says anything
        (
            "Nine men were trapped, a rescuer said; the owner claimed that all were safe.",
            "said",
            ("claimed", "conj"),
        ),
        ("Lind denied that she knew; the manager said that he would sue.", "denied", ("said", "conj")),
        # what stands before the last comma belongs to the relative clause
        (MET, "Monday", ("on", "pobj")),
        (MET, "on", ("met", "prep")),
        # a finite clause without a conjunction is what is said
        (f"Shelling killed two men in Arden this morning, {MAYOR}", "killed", ("said", "ccomp")),
        (f"When shells killed two men in Arden this morning, {MAYOR}", "killed", ("said", "advcl")),
        # what has an `of` of its own stands beside what has one
        ("They differ over the return of families and control of the dam.", "control", ("return", "conj")),
        ("They differ over the rights of men and women of Arden.", "women", ("men", "conj")),
        # two names side by side, each with what somebody is
        (PACT, "Brenner", ("signed", "nsubj")),
        (PACT, "Tesk", ("Brenner", "conj")),
        (HANDS, "Zorro", ("Quint", "conj")),
        # a person beside a body is who leads it
        ("The head of the National Bank, Omar Tesk, was arrested.", "Tesk", ("head", "appos")),
        # a sum is not hers who is to pay it
        (
            "The court said it fined her 300 crowns, saying she had blocked a road.",
            "her",
            ("fined", "dative"),
        ),
        ("She lost her 300 crowns.", "her", ("crowns", "poss")),
        # who is written to says nothing: the sender does, or the letter
        ("The court read an email to Rosa Quint saying the hall was closed.", "saying", ("email", "acl")),
        ("Norda released a statement urging all sides to stay calm.", "urging", ("released", "advcl")),
        # the speaker goes on, and not what is said
        (SAFE, "saying", ("said", "advcl")),
        # a person is `who`, a body `which`
        ("The view came from Ivo Tarn, an economist at Norda Bank, who said so.", "said", ("Tarn", "relcl")),
        (MEMBER, "said", ("Union", "relcl")),
        # who stands between the commas is the subject
        (PLAN, "secretary", ("describes", "nsubj")),
        # a town and its state tell where somebody is
        ("Boston, Massachusetts Mayor Ada Lind said the snow was heavy.", "Lind", ("said", "nsubj")),
        # unless a conjunction, a comma or another day says otherwise
        ("The company said that on Thursday it would cut jobs.", "on", ("cut", "prep")),
        ("The company said on Thursday, it would cut jobs.", "on", ("said", "prep")),
    ],
)
def test_where_it_hangs(nlp, text, word, expected):
    assert hanging(nlp(text), word) == expected


def test_a_repaired_parse_is_whole(nlp):
    doc = nlp(
        "On Friday in Arden, Omar Tesk, brother of a singer, was jailed. "
        "The mayor has promised each driver will be paid. The company said on Thursday it would cut jobs."
    )
    for token in doc:
        assert list(token.children) == [each for each in doc if each.head is token and each is not token]
        assert [token.left_edge, token.right_edge] == [min(token.subtree), max(token.subtree)]
