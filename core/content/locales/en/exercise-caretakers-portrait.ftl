# A portrait of those who looked after me: alone, once, and kept.
exercise-caretakers-portrait = The people who raised me
    .purpose = One picture of everyone who looked after you: what was warm, what was hard, and what you hoped for.
exercise-caretakers-portrait-consent = Would you like to do this today? It’s about your childhood, and it’s only for you. You can stop any time and come back, or not.
exercise-caretakers-portrait-arrive = Have something warm to drink and a free hour after this. You can leave anyone out.
exercise-caretakers-portrait-people = Who looked after you when you were small, for years or for a summer? Write initials or a nickname for each. One is enough.
exercise-caretakers-portrait-warm = What was warm about them? Don’t sort who was what, just write single words: patient, funny, always had time.
    .stem = Someone there was …
exercise-caretakers-portrait-hard = And what was hard? Single words again: strict, far away, quick to shout. Leave out anything that’s too much today.
    .stem = Someone there was also …
exercise-caretakers-portrait-touched = Read both lists again, slowly. Which three or four words still hit you, maybe in your throat or your stomach? Write those down.
    .stem = What went deepest was …
exercise-caretakers-portrait-wished = What did you hope for most from them? In a child’s words: ask me, be calm, let me be loud.
    .stem = Most of all I wanted …
exercise-caretakers-portrait-look = Look at what you wrote for a minute, without doing anything with it.
exercise-caretakers-portrait-close = Keep this page or delete it. Then do something ordinary: open a window, put music on. If it stays heavy, tell someone you trust.
