import TendKit
import Testing

/// Two people, a real server, the real core.
@Suite(.timeLimit(.minutes(5))) struct ScenarioTests {
  @Test func fromPairingInPersonToParting() async throws {
    try await Household.tell { household in
      let (ada, ben) = try await household.couple()
      #expect(try await ben.people.partner() == Person(name: "Ada", pronouns: "she/her"))

      try await ada.appreciations.write(text: "You made me laugh")
      try await ada.surprises.add(text: "Two tickets for the lake")
      try await household.until(ada, ben) { try await !ben.appreciations.all().isEmpty }
      let received = try await ben.appreciations.all()[0]
      #expect(received.text == "You made me laugh")
      #expect(received.shared && !received.mine && !received.thanked)

      try await ben.appreciations.thank(id: received.id)
      try await household.until(ada, ben) { try await ada.appreciations.all()[0].thanked }
      let late = try await failure { try await ada.appreciations.edit(id: received.id, text: "You made me smile", version: received.version) }
      #expect(late.code == "already_thanked")
      #expect(try await ben.surprises.all().isEmpty)

      // Without a network both go on; afterwards both have everything.
      await household.server.kill()
      try await ada.appreciations.write(text: "You listened to the end")
      try await ben.appreciations.write(text: "You cooked for us")
      let offline = try await failure { try await ada.syncing.sync() }
      #expect(offline.code == "offline" && offline.retryCanHelp)
      #expect(try await ben.appreciations.all().count == 2)
      try await household.server.restart()
      try await household.until(ada, ben) {
        let (hers, his) = (try await ada.appreciations.all(), try await ben.appreciations.all())
        return hers.count == 3 && his.count == 3
      }
      #expect(try await ben.surprises.all().isEmpty)

      // Leaving is at once; each keeps what they wrote.
      try await ben.pairing.leave()
      #expect(try await !ben.people.isPaired())
      #expect(try await ben.appreciations.all().map(\.text) == ["You cooked for us"])
      try await household.until(ben, ada) { try await !ada.people.isPaired() }
      #expect(try await ada.people.partner() == nil)
      let kept = try await ada.appreciations.all()
      #expect(Set(kept.map(\.text)) == ["You made me laugh", "You listened to the end"])
      #expect(kept.allSatisfy { !$0.shared })
      #expect(Set(try await ada.notices.unread().map(\.code)) == ["partner-device-came", "partner-left"])
      #expect(try await failure { try await ada.pairing.leave() }.code == "not_paired")
    }
  }

  @Test func fromAfarNothingIsSharedBeforeBothHaveCompared() async throws {
    try await Household.tell { household in
      let (ada, ben) = (try await household.phone("Ada's phone"), try await household.phone("Ben's phone"))
      try await ada.people.setMe(name: "Ada", pronouns: "", seen: nil)
      try await ben.people.setMe(name: "Ben", pronouns: "", seen: nil)
      let invite = try await ada.pairing.invitePartner(way: .link)
      #expect(invite.waitingFor == .otherPhone)
      try await ben.pairing.accept(text: invite.text)
      try await household.untilBothCompare(ada, ben)

      let symbols = try await ada.pairing.invites()[0].symbols
      #expect(symbols.count == 7)
      #expect(try await ben.pairing.invites()[0].symbols == symbols)
      try await ada.pairing.confirm(id: invite.id)
      for phone in [ada, ben, ada, ben, ada, ben] { try await phone.syncing.syncNow() }
      #expect(try await !ada.people.isPaired())
      #expect(try await !ben.people.isPaired())
      try await ben.pairing.confirm(id: invite.id)
      try await household.until(ada, ben) {
        let (seenByAda, seenByBen) = (try await ada.people.partner(), try await ben.people.partner())
        return seenByAda?.name == "Ben" && seenByBen?.name == "Ada"
      }
    }
  }

  @Test func aTypedCodePairsAndANoEndsItOnBothPhones() async throws {
    try await Household.tell { household in
      let (ada, ben) = (try await household.phone("Ada's phone"), try await household.phone("Ben's phone"))
      let invite = try await ada.pairing.invitePartner(way: .code)
      let mistyped = try await failure { try await ben.pairing.acceptPartnerCode(code: invite.text + "x") }
      #expect(mistyped.code == "code_mistyped")
      let taken = try await ben.pairing.acceptPartnerCode(code: invite.text)
      try await household.untilBothCompare(ada, ben)
      try await ben.pairing.cancel(id: taken.id)
      try await household.until(ben, ada) {
        try await ada.pairing.invites().allSatisfy { $0.waitingFor == .newInvite }
      }
      #expect(try await failure { try await ada.pairing.confirm(id: invite.id) }.code == "invite_gone")
      #expect(try await !ada.people.isPaired())
      #expect(try await !ben.people.isPaired())
    }
  }

  @Test func aSecondDeviceGetsEverythingOnceBothHaveSaidYes() async throws {
    try await Household.tell { household in
      let (ada, ben) = try await household.couple()
      try await ada.appreciations.write(text: "You made me laugh")
      try await ada.surprises.add(text: "Two tickets for the lake")
      let tablet = try await household.open("Ada's tablet")
      let invite = try await ada.pairing.inviteDevice(way: .inPerson)
      try await tablet.pairing.accept(text: invite.text)
      try await household.until(ada, tablet) {
        let (first, new) = (try await ada.pairing.invites(), try await tablet.pairing.invites())
        return first.first?.waitingFor == .you && new.first?.waitingFor == .you
      }
      #expect(try await tablet.surprises.all().isEmpty)
      #expect(try await ada.pairing.invites()[0].symbols == tablet.pairing.invites()[0].symbols)
      try await ada.pairing.confirm(id: invite.id)
      try await tablet.pairing.confirm(id: invite.id)
      try await household.until(ada, tablet, ben) {
        let (ideas, words) = (try await tablet.surprises.all(), try await tablet.appreciations.all())
        let partner = try await tablet.people.partner()
        return ideas.map(\.text) == ["Two tickets for the lake"] && words.count == 1 && partner?.name == "Ben"
      }
      #expect(Set(try await ada.devices.all().map(\.name)) == ["Ada's phone", "Ada's tablet"])

      try await tablet.appreciations.write(text: "You sang in the kitchen")
      try await household.until(tablet, ada, ben) {
        let (hers, his) = (try await ada.appreciations.all(), try await ben.appreciations.all())
        return hers.count == 2 && his.count == 2
      }
      try await household.until(ben) { try await ben.notices.unread().contains { $0.code == "partner-device-came" } }
      let devices = try await ada.devices.all()
      let (this, other) = (try #require(devices.first { $0.isThis }), try #require(devices.first { !$0.isThis }))
      #expect(try await failure { try await ada.devices.remove(id: this.id) }.code == "this_device")
      try await ada.devices.remove(id: other.id)
      #expect(try await ada.devices.all().count == 1)
      try await household.until(ada, ben) { try await ben.notices.unread().contains { $0.code == "partner-device-went" } }
    }
  }

  @Test func aPhoneThatFollowsShowsWhatThePartnerWroteByItself() async throws {
    try await Household.tell { household in
      let (ada, ben) = try await household.couple()
      try await ben.syncing.startFollowing()
      try await ada.appreciations.write(text: "You made me laugh")
      try await ada.syncing.sync()
      try await ben.waitUntil { try await !ben.appreciations.all().isEmpty }
      try await ben.syncing.stopFollowing()
      #expect(ben.listenerCount == 0)
    }
  }

  @Test func twoWhoSpeakGermanSeeTheDayAndWhatIsToCome() async throws {
    try await Household.tell { household in
      let (ada, ben) = try await household.couple(language: "de")
      let english = try await household.open("Phone in English", language: "en").today.read().cards
      let inEnglish = try #require(english.first { $0.kind == .prompt })
      for phone in [ada, ben] {
        try await phone.today.opened()
        let cards = try await phone.today.read().cards
        #expect(cards.count <= 3 && cards.allSatisfy { !$0.title.isEmpty && !$0.reason.isEmpty })
        let prompt = try #require(cards.first { $0.kind == .prompt })
        #expect(prompt.title != inEnglish.title && prompt.reason != inEnglish.reason)
      }

      // Until both have said when they have time, nothing is offered, and there is nothing to propose.
      let sundays = [TimeWindow(day: .sunday, from: "18:00", until: "20:30")]
      try await ada.schedule.setTimes(windows: sundays, amount: .steady)
      try await household.until(ada, ben) { try await ben.schedule.times().partners?.windows == sundays }
      #expect(try await ben.schedule.times().mine == nil)
      for phone in [ada, ben] {
        #expect(try await phone.schedule.weeks().allSatisfy { $0.status == .nothing && $0.offered.isEmpty })
      }

      // Whatever it is about, a locked screen shows the same.
      let rule = NudgeRule(
        id: "coffee", kind: .caring, on: true, recurrence: .daily, from: "12:00", until: "12:00",
        cue: "nach dem ersten Kaffee", about: nil, leads: [])
      try await ada.nudges.setRule(rule: rule, seen: nil)
      #expect(try await ada.nudges.rules().contains(ListedRule(rule: rule, given: false)))
      let (plan, held) = (try await ada.nudges.plan(days: 7), try await ada.nudges.pending(platform: .ios))
      #expect(!plan.isEmpty && !held.isEmpty)
      let texts = Set(plan.map(\.publicText) + held.map(\.publicText))
      let shown = try #require(texts.first)
      #expect(texts.count == 1)
      #expect(plan.allSatisfy { $0.privateText != shown && !shown.contains($0.privateText) })
      #expect(["Ada", "Ben", "Kaffee"].allSatisfy { !shown.contains($0) })
      #expect(Set(plan.map(\.id)).count == plan.count)
    }
  }
}

extension Household {
  /// Both phones show the symbols.
  fileprivate func untilBothCompare(_ ada: TendCore, _ ben: TendCore) async throws {
    try await until(ada, ben) {
      let (hers, his) = (try await ada.pairing.invites(), try await ben.pairing.invites())
      return (hers + his).allSatisfy { $0.waitingFor == .you }
    }
  }
}
