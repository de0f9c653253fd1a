# Listening practice for one person.
exercise-listening-alone = Listening, wherever I am
    .purpose = You can practise listening with anyone, or in your head. It only takes you.
exercise-listening-alone-choose = Who would you like to listen to today? A friend, a colleague, someone on the phone. Or go back in your mind to a recent talk.
exercise-listening-alone-settle = Drop your shoulders and take a slow breath. For the next few minutes, you only listen.
exercise-listening-alone-listen = Listen, or play the talk in your mind again. If you want to answer, wait. What do they want you to know?
exercise-listening-alone-mirror = Say back what mattered most, to them or to yourself. Their meaning, your words.
    .stem = If I heard you right …
exercise-listening-alone-more = Make room for one more thing. With someone there, ask “Is there more?” In your head: what might they have added?
    .stem = Maybe also that …
exercise-listening-alone-notice = What was that like for you? Everyone’s mind wanders; coming back is the practice.
