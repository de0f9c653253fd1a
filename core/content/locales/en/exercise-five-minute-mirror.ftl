# The short form, for busy days.
exercise-five-minute-mirror = Five minutes for today
    .purpose = For busy days: each of you shares one thing from today and hears it said back.
exercise-five-minute-mirror-arrive = Five minutes, just as you are. Each pick one thing from today: lovely, odd or tiring. Save anything between the two of you for later.
exercise-five-minute-mirror-tell = Say your one thing, in a few sentences.
    .stem = Today there was …
exercise-five-minute-mirror-mirror = Say it back in your own words. Then ask “Did I get that?”
    .stem = If I heard you right, you …
exercise-five-minute-mirror-close = One word each for how you are now, and back to your day.
    .stem = Right now I’m …
