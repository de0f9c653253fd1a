package app.tend.core

// Plain values, which cross as they are. The app names them here and never imports the bindings.
typealias Appreciation = app.tend.bindings.Appreciation
typealias Device = app.tend.bindings.Device
typealias Invite = app.tend.bindings.Invite
typealias InviteWay = app.tend.bindings.InviteWay
typealias Notice = app.tend.bindings.Notice
typealias Person = app.tend.bindings.Person
typealias Surprise = app.tend.bindings.Surprise
typealias Symbol = app.tend.bindings.Symbol
typealias SyncOutcome = app.tend.bindings.SyncOutcome
typealias WaitingFor = app.tend.bindings.WaitingFor
