import Foundation

/// A real server, as a process of its own on a free port of this machine, with its database in a folder.
actor Server {
  private let folder: URL
  private var process: Process
  /// Where it listens; the same after a restart.
  nonisolated let address: String

  init(folder: URL) throws {
    self.folder = folder
    (process, address) = try Self.start(in: folder, listen: "127.0.0.1:0")
  }

  deinit { Self.end(process) }

  /// The network is gone.
  func kill() { Self.end(process) }

  /// It is back, with what it had.
  func restart() throws {
    let again: String
    (process, again) = try Self.start(in: folder, listen: String(address.dropFirst("http://".count)))
    guard again == address else { throw Failed(what: "it listens at \(again)") }
  }

  private static func end(_ process: Process) {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private static func start(in folder: URL, listen: String) throws -> (Process, String) {
    guard let program = ProcessInfo.processInfo.environment["TEND_SERVER"] else {
      throw Failed(what: "ios/test.sh says where the server is")
    }
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["serve", "--listen", listen, "--database", folder.appendingPathComponent("server.db").path]
    process.standardOutput = output
    let log = folder.appendingPathComponent("server.log")
    _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    var line = Data()
    while line.last != UInt8(ascii: "\n") {
      let part = output.fileHandleForReading.availableData
      guard !part.isEmpty else { throw Failed(what: String(decoding: try Data(contentsOf: log), as: UTF8.self)) }
      line += part
    }
    let said = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .newlines)
    return (process, said.replacingOccurrences(of: "listening on ", with: ""))
  }
}

/// What a test is built on did not do its part.
struct Failed: Error, CustomStringConvertible {
  let what: String
  var description: String { what }
}
