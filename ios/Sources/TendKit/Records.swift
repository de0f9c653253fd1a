import TendBindings

// Plain values, which cross as they are. The app names them here and never imports the bindings.
public typealias Appreciation = TendBindings.Appreciation
public typealias Device = TendBindings.Device
public typealias Invite = TendBindings.Invite
public typealias InviteWay = TendBindings.InviteWay
public typealias Notice = TendBindings.Notice
public typealias Person = TendBindings.Person
public typealias Surprise = TendBindings.Surprise
public typealias Symbol = TendBindings.Symbol
public typealias SyncOutcome = TendBindings.SyncOutcome
public typealias WaitingFor = TendBindings.WaitingFor

extension Appreciation: Identifiable {}
extension Device: Identifiable {}
extension Invite: Identifiable {}
extension Notice: Identifiable {}
extension Surprise: Identifiable {}
