"""How people put each kind of question."""

MONTH = (
    "What happened in {month}?",
    "List everything that took place in {month}.",
    "Can you give me all the activities of {month}?",
    "Which events fell in {month}?",
    "{month}: what went on?",
    "Give me an overview of {month}",
    "what was done during {month}",
    "Please summarise {month} for my briefing.",
    "Show me the timeline for {month}.",
    "What happened in {name}?",
)
BETWEEN = (
    "What happened between {first} and {last}?",
    "List the activities from {first} to {last}.",
    "Which meetings and other events took place from {first} until {last}?",
    "{first} to {last}: what took place?",
)
SINCE = (
    "What has happened since {last}?",
    "Everything since {last}, please.",
    "What has been done from {last} onwards?",
    "Which activities have taken place since the beginning of {last}?",
)
BEFORE = ("What happened before {last}?", "List all activities prior to {last}.")
YEAR = ("What went on in {year}?", "Give me all events of {year}.")
DAY = ("What happened on {day}?", "Which activities took place on {day}?")
ISSUE = (
    "Which events does the latest issue report?",
    "List the activities in the most recent issue.",
    "What happened in the last issue?",
)
ENTITY = (
    "Which activities involved {who}?",
    "What did {who} do?",
    "List all activities of {who}.",
    "What has {who} been up to?",
    "Show me everything {who} took part in.",
    "In which events was {who} involved?",
    "Tell me what {who} worked on.",
    "{who} activities",
    "Give me all the news about {who}.",
)
PLACE = (
    "What happened in {place}?",
    "Which activities took place in {place}?",
    "List all events in {place}.",
    "What was done in {place}?",
    "Show me the work in {place}.",
    "What has been going on in {place}?",
    "Everything about {place}, please",
    "Which workshops, meetings and other activities were there in {place}?",
)
ENTITY_TIME = (
    "What did {who} do in {month}?",
    "Which activities did {who} carry out in {month}?",
    "{who} in {month}?",
    "Show the events of {who} during {month}.",
)
ENTITY_PLACE = (
    "What did {who} do in {place}?",
    "Which events did {who} organise in {place}?",
    "{who} activities in {place}",
    "How was {who} active in {place}?",
)
PLACE_TIME = (
    "What happened in {place} in {month}?",
    "In {month}, what took place in {place}?",
    "List the activities of {month} in {place}.",
)
ALL_THREE = ("What did {who} do in {place} in {month}?", "What has {who} done in {place} since {month}?")
TOGETHER = ("What have {who} and {other} done together?", "Which activities involved both {who} and {other}?")

ROLE = (
    "Who {verbs} the {group}?",
    "Who is the {role} of the {group}?",
    "{Role} of the {group}?",
    "Tell me who is {role} of the {group}.",
    "Who currently {verbs} the group on {name}?",
    "Could you tell me the name of the {role} of the {group}?",
    "The {group}: who is its {role}?",
    "By whom is the {group} {past}?",
    "Who holds the post of {role} in the {group}?",
)
ROLES = (
    "Who are the {role}s of the {group}?",
    "Which {role}s does the {group} have?",
    "List the {role}s of the {group}.",
    "Name the {role} or {role}s of the {group}",
)
ROLE_THEN = (
    "Who {past} the {group} in {month}?",
    "As of {day}, who was the {role} of the {group}?",
    "Who was the {role} of the {group} on {day}?",
    "In {month}, who {past} the {group}?",
    "Back in {month}, who was {role} of the {group}?",
    "Who was {role} of the {group} at the end of {month}?",
)
HOLDER = (
    "Which groups does {who} {verb}?",
    "What does {who} {verb}?",
    "List the groups that {who} {verbs}.",
    "Of which groups is {who} the {role}?",
    "{who} is {role} of which groups?",
    "Which of the groups are {past} by {who}?",
)
FIGURE = (
    "How many {label} are there?",
    "What is the number of {label}?",
    "{Label}: how many?",
    "How many {label} do we have now?",
    "What is the latest figure for {label}?",
    "Tell me the current number of {label}.",
    "how many {label}",
)
FIGURE_DONE = (
    "How many {noun} were {done}?",
    "How many {noun} have been {done} so far?",
    "What is the number of {noun} {done}?",
    "{Label}: how many?",
    "What is the latest figure for {label}?",
    "Number of {label}?",
)
SERIES = (
    "How has the number of {label} grown?",
    "Show me how the number of {label} changed over time.",
    "What is the trend of {label}?",
    "How did {label} develop from issue to issue?",
    "Number of {label} in each issue?",
    "Give me the history of {label}.",
)
SAID = (
    "What did {speaker} say?",
    "Which statements did {speaker} make?",
    "What has {speaker} said?",
    "Give me the quotes by {speaker}.",
    "List all remarks of {speaker}.",
    "Quote {speaker}.",
)
SAID_ABOUT = (
    "What did {speaker} say about {matter}?",
    "Quote {speaker} on {matter}.",
    "Did {speaker} say anything about {matter}?",
    "What were the words of {speaker} on {matter}?",
    "What has {speaker} stated regarding {matter}?",
    "What remarks did {speaker} make on {matter}?",
)
WHEN = (
    "When was the {noun} {topic} {done}?",
    "On which date was the {noun} {topic} {done}?",
    "Do you know when the {noun} {topic} was {done}?",
    "In which month was the {noun} {topic} {done}?",
    "What is the date on which the {noun} {topic} was {done}?",
    "when was the {noun} {topic}?",
)
WHEN_DID = ("When did {who} {do} {topic}?", "On what day did {who} {do} {topic}?", "Which day did {who} {do} {topic}?")
WHERE = (
    "Where was the {noun} {topic} {done}?",
    "In which city or country was the {noun} {topic} {done}?",
    "Where exactly was the {noun} {topic} {done}, please?",
    "At what location was the {noun} {topic} {done}?",
)
WHERE_DID = ("Where did {who} {do} {topic}?", "In which place did {who} {do} {topic}?")
WHO = (
    "Who {did} {topic}?",
    "Which organisation {did} {topic}?",
    "Which organisations {did} {topic}?",
    "Can you tell me who {did} {topic}?",
    "Who was it that {did} {topic}?",
    "By whom was the {noun} {topic} {done}?",
)
