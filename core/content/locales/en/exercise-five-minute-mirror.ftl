# The short form, for busy days.
exercise-five-minute-mirror = Five minutes for today
    .purpose = For full days: each of you tells one thing from today and hears it said back.
exercise-five-minute-mirror-arrive = Five minutes, just as you are. Each of you picks one thing from today: lovely, odd or tiring. Whatever lies between the two of you can have another time.
exercise-five-minute-mirror-tell = Tell your one thing, in a few sentences.
    .stem = Today there was …
exercise-five-minute-mirror-mirror = Say it back in your words. Then ask: “Did I get that?”
    .stem = If I heard you right, you …
exercise-five-minute-mirror-close = One word from each of you, or a quiet moment, and back into the day.
    .stem = Right now I am …
