# Asking whether now is good, and answering freely.
exercise-asking-for-a-talk = Asking for a talk
    .purpose = A talk starts more easily when it was asked for. You practise asking, and answering freely.
exercise-asking-for-a-talk-arrive = This is only a rehearsal, with tiny topics: a film, a plant, the plan for Sunday. Nothing gets talked through. A yes is quickly said, so here you try out “later” and “no”.
exercise-asking-for-a-talk-topic = Think of a tiny topic, and of one sentence for it. It only gives the topic a name; the story can stay where it is.
exercise-asking-for-a-talk-ask = Say your sentence, and ask whether now is good.
    .stem = Is now good to talk about …
exercise-asking-for-a-talk-later = Say the topic back in a few words. Then try “not now”, and name a time within a day that really suits you.
    .stem = Now does not suit me, but …
exercise-asking-for-a-talk-again = Ask a second time, as if it were another day.
    .stem = Could we talk a little about …
exercise-asking-for-a-talk-no = This time try a no, short and friendly, without giving a reason. It speaks of the moment, not of the other. “No, not today. It is good that you asked.”
exercise-asking-for-a-talk-stands = Let the no stand. “All right” is answer enough. Nobody has lost anything, and the topic can wait.
exercise-asking-for-a-talk-close = Which was easier, asking or saying no? If you like, find a short sentence for it that you would both be glad to hear.
    .stem = For me it was easier to …
