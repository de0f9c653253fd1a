# Before the first step: what makes talking feel safe, and what each wishes for.
exercise-safety-and-intentions = What makes talking safe
    .purpose = Each of you finds what makes it easier to talk, and what you wish for these weeks. Then you tell each other.
exercise-safety-and-intentions-begin = The first part is for each of you alone, today or over the next days. You write for yourself, and decide later what you would like to tell. Thinking it through, without writing, is just as good.
exercise-safety-and-intentions-safe = What makes it easier for you to speak openly? A quiet voice, time to think, no screens, being free to stop? Whatever comes to mind may stand here.
    .stem = Talking feels safe to me when …
exercise-safety-and-intentions-too-much = How do you notice that it is getting too much for you, and what does you good then? This part is for you alone.
    .stem = When it gets too much, I …
exercise-safety-and-intentions-wish = What do you wish for these weeks, for yourself and for the two of you? Something small is plenty.
    .stem = In these weeks I would like …
exercise-safety-and-intentions-choose = Look over it once more. What would you like to tell: all of it, a single line, nothing yet? Each of these is fine. When you are both ready, the second part begins.
exercise-safety-and-intentions-meet = Sit down together, or call each other. Nothing is decided here. One of you tells, the other listens, then you change places. Either of you can stop at any time, without a reason.
exercise-safety-and-intentions-tell = Tell what makes talking easier for you, and what you wish for. Speak of yourself, and only as far as it feels right.
    .stem = It would help me if …
exercise-safety-and-intentions-say-back = Say back what you heard. It asks for no answer and no promise. Then ask: “Did I get that?”
    .stem = If I heard you right, you …
exercise-safety-and-intentions-agree = Is there one small thing that you would both like? A word that means pause, perhaps, or a good time of day for talking. If nothing comes to you, that is all right too.
exercise-safety-and-intentions-thanks = Thank each other for what you heard. That is plenty for today.
