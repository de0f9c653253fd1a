# What is said before an exercise that can stir something.
caution-memories = Old memories can come up. You can stop any time.
caution-touch = This one can involve touch. You each decide how much, and can change your mind at any time.
caution-strong-feelings = Feelings can run high here. Not after drinking, and keep some time free afterwards.
caution-not-when-unsafe = Skip this one if you’re afraid of { partner }, or feel watched or pressured. The safety page can help.
caution-only-for-you = This stays on your own phones and never goes to { partner }. Anyone who can unlock your phone can read it.
caution-not-a-contract = What you give here is a gift. Nobody owes anything back.
caution-not-when-tired = Tired, hungry, upset, or after drinking? Pick another day.
caution-not-evidence = What’s said here is for listening. Please don’t use it in an argument later.
