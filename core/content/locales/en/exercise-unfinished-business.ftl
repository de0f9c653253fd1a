# The thread through the earlier answers: alone, and kept.
exercise-unfinished-business = What I have been looking for
    .purpose = A few sentences that draw a thread through what you found out about your early years.
exercise-unfinished-business-arrive = You can stop at any moment. Perhaps make something warm to drink first. This is small: four or five sentences, for nobody’s eyes but yours, in whatever words come.
exercise-unfinished-business-gather = If you still have them, read what you wrote about the people who raised you and what was hard back then. Otherwise just remember. What comes up more than once?
exercise-unfinished-business-paragraph = Put it together: I grew up with people who were … I hoped for … When it stayed away, I felt … and then I … What I am still glad to find is … Leave out what does not fit.
    .stem = I grew up with people who …
exercise-unfinished-business-answer = Imagine that somebody who likes you has read this. What would they say to you, in one sentence? Write it below.
    .stem = What I would like you to know …
exercise-unfinished-business-close = What you wrote is a guess about yourself, true for tonight. You can change it, keep it, or delete it. It explains nobody else, and it asks nothing of you.
