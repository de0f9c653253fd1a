import TendBindings

// Plain values, which cross as they are. The app names them here and never imports the bindings.
public typealias Amount = TendBindings.Amount
public typealias Appreciation = TendBindings.Appreciation
public typealias Availability = TendBindings.Availability
public typealias Card = TendBindings.Card
public typealias Cost = TendBindings.Cost
public typealias Device = TendBindings.Device
public typealias Energy = TendBindings.Energy
public typealias Exercise = TendBindings.Exercise
public typealias ExerciseVariant = TendBindings.ExerciseVariant
public typealias Filters = TendBindings.Filters
public typealias GentleDay = TendBindings.GentleDay
public typealias Invite = TendBindings.Invite
public typealias InviteWay = TendBindings.InviteWay
public typealias KindWindow = TendBindings.KindWindow
public typealias LeapRule = TendBindings.LeapRule
public typealias ListedRule = TendBindings.ListedRule
public typealias Notice = TendBindings.Notice
public typealias Nudge = TendBindings.Nudge
public typealias NudgeKind = TendBindings.NudgeKind
public typealias NudgePause = TendBindings.NudgePause
public typealias NudgePreferences = TendBindings.NudgePreferences
public typealias NudgeRule = TendBindings.NudgeRule
public typealias PathWeek = TendBindings.PathWeek
public typealias PendingNudge = TendBindings.PendingNudge
public typealias Person = TendBindings.Person
public typealias Phones = TendBindings.Phones
public typealias Place = TendBindings.Place
public typealias Platform = TendBindings.Platform
public typealias PracticePath = TendBindings.PracticePath
public typealias Topic = TendBindings.Topic
public typealias PracticeSettings = TendBindings.PracticeSettings
public typealias Principle = TendBindings.Principle
public typealias Privacy = TendBindings.Privacy
public typealias Proposal = TendBindings.Proposal
public typealias Reply = TendBindings.Reply
public typealias Risk = TendBindings.Risk
public typealias RuleSchedule = TendBindings.RuleSchedule
public typealias Run = TendBindings.Run
public typealias RunStanding = TendBindings.RunStanding
public typealias ScheduleWeek = TendBindings.ScheduleWeek
public typealias SessionTime = TendBindings.SessionTime
public typealias SharedWords = TendBindings.SharedWords
public typealias Speaker = TendBindings.Speaker
public typealias Step = TendBindings.Step
public typealias StepAction = TendBindings.StepAction
public typealias StepDraft = TendBindings.StepDraft
public typealias StepWords = TendBindings.StepWords
public typealias Surprise = TendBindings.Surprise
public typealias Symbol = TendBindings.Symbol
public typealias SyncOutcome = TendBindings.SyncOutcome
public typealias TimeWindow = TendBindings.TimeWindow
public typealias Times = TendBindings.Times
public typealias TodayView = TendBindings.TodayView
public typealias WaitingFor = TendBindings.WaitingFor
public typealias Weekday = TendBindings.Weekday
public typealias Who = TendBindings.Who

extension Appreciation: Identifiable {}
extension Device: Identifiable {}
extension Exercise: Identifiable {}
extension ExerciseVariant: Identifiable {}
extension Invite: Identifiable {}
extension Notice: Identifiable {}
extension Nudge: Identifiable {}
extension NudgeRule: Identifiable {}
extension PendingNudge: Identifiable {}
extension PracticePath: Identifiable {}
extension Proposal: Identifiable {}
extension Run: Identifiable {}
extension SharedWords: Identifiable {}
extension Step: Identifiable {}
extension Surprise: Identifiable {}
