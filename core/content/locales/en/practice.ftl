# What the first screen, exercises, appointments and nudges say.

## Days and times

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekdays-1 = Mondays
weekdays-2 = Tuesdays
weekdays-3 = Wednesdays
weekdays-4 = Thursdays
weekdays-5 = Fridays
weekdays-6 = Saturdays
weekdays-7 = Sundays
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date = { $weekday }, { $day } { $month }
time = { $half ->
    [am] { $twelve }:{ $minute } am
   *[pm] { $twelve }:{ $minute } pm
}
list = { $others } and { $last }
date-and-time = { $date }, { $time }
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}

## Exercises

unknown-exercise = An exercise
privacy-spoken = You don’t write anything here.
privacy-private = What you write stays on your own phones.
privacy-draft-then-share = You write for yourself first. { partner-start } only gets what you share.
practice-listen-first = This opens once you’ve practised listening.
practice-question = If you like: how good do you feel right now, 0 to 10? Only you see this.
turn-me = Your turn
turn-partner = Your partner’s turn
turn-both = For both of you
turn-alone = For you
hand-over-to-partner = Hand over the phone.
hand-over-back = The phone comes back to you.

## Today

today-gentle = A gentle day
    .text = There’s nothing planned today. Be good to yourself.
    .reason = You marked this as a gentle day.
today-welcome-back = Good to see you
    .text = Everything’s where you left it. Start anywhere.
    .reason = It’s been a while.
today-appointment =
    .text = { $when }. You both said yes.
    .text-alone = { $when }. This time is yours.
    .reason-both-chose = { $days } work for you both.
    .reason-agreed = You both agreed on it.
    .reason-alone = { $days } work for you.
today-proposal =
    .text = Does { $when } work for you? Yes, another time or no: all good answers.
    .reason = { partner-start } suggested it.
today-times = Do your times still go by the clock in { $place }?
    .text = It’s a different time here. Keep your times as they are, or switch them to the clock here.
    .reason = You’re in another time zone.
today-resume =
    .text = Go on where you paused, or let it go.
    .reason = You set this aside for later.
today-prompt = Something for today
    .reason-path = It goes with this week.
    .reason-chosen = You like something like this now and then.
today-rehearsal =
    .text = If you feel like it, practise this again.
    .reason = Listening gets easier each time you come back to it.
today-asks = Are these reminders still helpful?
    .text = They come less often now. Keep them like that, change them or turn them off.
    .reason = Maybe the timing is off.

## Appointments

schedule-told = These times and your time zone are visible to { partner }, and whether you’re there right now. Nothing else about your day is.
schedule-alone-told = These times stay with you.
schedule-partner-elsewhere = { partner-start } may be in another time zone right now, so their hours aren’t shown.
schedule-shorter = You don’t have { $minutes } at the same time this week. A shorter one would fit.
schedule-shorter-alone = You don’t have { $minutes } free this week. A shorter one would fit.
schedule-none-alone = You have no free time this week. Add some, or do something small.
schedule-none = Your free times don’t overlap this week. Add some, or do something small on your own.
schedule-quiet = There’s nothing planned this week.

## Nudges: what the lock screen may say says nothing.

nudge-public = A moment for you
nudge-appreciation = Noticed something good about someone lately? Now could be a nice time to say so.
nudge-caring = One kind thing for someone today?
nudge-fun = Time for something silly, if you like.
nudge-surprise = Today could be a day for a surprise.
nudge-vision = What would a good week together look like? One sentence is enough.
nudge-reflection = One minute just for you.
nudge-listening = When someone talks to you today, say back their last few words and wait.
nudge-session = You’ve got some time planned today. It’s ready when you are.
nudge-appointment = { $exercise }: { $when }.
nudge-occasion = You wanted to remember this day: { $when }.
nudge-cued = { $cue } – { $text }
nudge-asks = { $text } Are these reminders still helpful? You can change them or turn them off.
nudge-keep-going = Reminders rest here until you next open Tend.

reason-chosen-days = You chose { $days }.
reason-chosen-times = You wanted this now and then.
reason-every-day = You wanted this on most days.
reason-surprise = Surprises are best unannounced.
reason-cue = It goes with a moment of your day.
reason-booked = It’s planned.
reason-yearly = It comes once a year.
reason-monthly = You wanted this once a month.
reason-snoozed = You asked for it later.
reason-holds = This looks like a habit by now, so you get fewer reminders.
reason-half-as-often = You get about half as many of these for now.
