import Foundation
import TendBindings
import TendKit
import Testing

/// What crosses between Swift and the core: errors, listeners, cancellation.
@Suite(.timeLimit(.minutes(5))) struct BoundaryTests {
  private func alone(_ story: (TendCore, URL) async throws -> Void) async throws {
    try await withFolder { folder in
      try await story(try await open(folder), folder)
    }
  }

  private func open(_ folder: URL, key: Data = Data(repeating: 7, count: 32)) async throws -> TendCore {
    try await TendCore.open(folder: folder, key: key, deviceName: "Phone", languages: ["en"])
  }

  @Test func errorsHaveAStableCodeAndWordsAndSayWhetherToTryAgain() async throws {
    try await alone { core, folder in
      let failures = [
        "text_empty": try await failure { try await core.appreciations.write(text: "  ") },
        "not_found": try await failure { try await core.appreciations.delete(id: "no id") },
        "name_too_long": try await failure {
          try await core.people.setMe(name: String(repeating: "x", count: 41), pronouns: "", seen: nil)
        },
        "no_server": try await failure { _ = try await core.pairing.invitePartner(way: .link) },
        "bad_server": try await failure { try await core.pairing.useServer(address: "nowhere") },
        "invite_unreadable": try await failure { try await core.pairing.accept(text: "https://example.org") },
        "not_paired": try await failure { try await core.pairing.leave() },
        "store_wrong_key": try await failure { _ = try await open(folder, key: Data(count: 31)) },
        "store_in_use": try await failure { _ = try await open(folder) },
      ]
      for (code, failure) in failures {
        #expect(failure.code == code)
        #expect(failure.localizedDescription.contains(" "))
        #expect(failure.retryCanHelp == (code == "store_in_use"))
      }
    }
  }

  @Test func whatWasWrittenIsThereWhenItIsOpenedAgain() async throws {
    try await withFolder { folder in
      try await open(folder).surprises.add(text: "Two tickets for the lake")
      #expect(try await open(folder).surprises.all().map(\.text) == ["Two tickets for the lake"])
    }
  }

  @Test func changesComeAtOnceAndAfterEachAndTheListenerGoesWithItsReader() async throws {
    try await alone { core, _ in
      let (seen, tell) = AsyncStream.makeStream(of: (Set<Area>, Int).self)
      let reader = Task {
        for await areas in core.changes() { tell.yield((areas, try await core.surprises.all().count)) }
      }
      var changes = seen.makeAsyncIterator()
      let first = await changes.next()
      #expect(first?.0.count == 10 && first?.1 == 0)
      #expect(core.listenerCount == 1)
      try await core.surprises.add(text: "Two tickets for the lake")
      let next = await changes.next()
      #expect(next?.0 == [.surprises] && next?.1 == 1)
      reader.cancel()
      _ = await reader.result
      #expect(core.listenerCount == 0)
    }
  }

  @Test func aListenerThatThrowsStopsNeitherTheCoreNorOtherListeners() async throws {
    struct OnPurpose: Error {}
    final class Throwing: ChangeListener {
      func changed(areas: [Area]) throws { throw OnPurpose() }
    }
    final class Counting: ChangeListener {
      let tell: AsyncStream<Void>.Continuation
      init(_ tell: AsyncStream<Void>.Continuation) { self.tell = tell }
      func changed(areas: [Area]) { if areas == [.surprises] { tell.yield() } }
    }
    try await withFolder { folder in
      let (told, tell) = AsyncStream.makeStream(of: Void.self)
      let tend = try Tend.open(
        folder: folder.path, key: Data(count: 32), deviceName: "Phone", languages: ["en"], zone: TimeZone.current.identifier,
        pinnedCertificate: nil)
      _ = tend.subscribe(listener: Throwing())
      _ = tend.subscribe(listener: Counting(tell))
      _ = try tend.surprises().add(text: "Two tickets for the lake")
      #expect(try tend.surprises().all().count == 1)
      tell.finish()
      #expect(await told.reduce(0) { count, _ in count + 1 } == 1)
    }
  }

  @Test func whoeverIsCancelledWhileTheySyncOnlyStopsWaiting() async throws {
    try await Household.tell { household in
      let (ada, ben) = try await household.couple()
      try await ada.appreciations.write(text: "You made me laugh")
      let waiting = Task { try await ada.syncing.sync() }
      waiting.cancel()
      await #expect(throws: CancellationError.self) { try await waiting.value }
      // The work goes on: the partner needs nothing more of her.
      try await ben.syncing.startFollowing()
      try await ben.waitUntil { try await !ben.appreciations.all().isEmpty }
      try await ben.syncing.stopFollowing()
    }
  }
}
