# Listening practice for one person.
exercise-listening-alone = Listening, wherever I am
    .purpose = Listening can be practised with anybody, or in thought. It takes only you.
exercise-listening-alone-choose = Who would you like to listen to today? A friend, a colleague, somebody on the phone. Or go back in thought to a talk from the last few days, one that was calm enough.
exercise-listening-alone-settle = Let your shoulders drop and your breath grow slow. For the next few minutes listening is all there is.
exercise-listening-alone-listen = Listen, or let the talk pass once more in your mind. If an answer stirs in you, let it wait. What does the other person want you to know?
exercise-listening-alone-mirror = Say the heart of it back, to the other person or softly to yourself. Their meaning, your words.
    .stem = If I heard you right, you …
exercise-listening-alone-more = Leave room for one more thing. With somebody there, ask: “Is there more?” In thought: what might the other person have added?
    .stem = Perhaps also that …
exercise-listening-alone-notice = How was that for you? Thoughts wander off in everybody; coming back is already the practice. There is nothing to write down.
