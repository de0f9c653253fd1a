// swift-tools-version: 6.0
import PackageDescription

#if os(Linux)
// The core as a shared library, found again at run time by the rpath. test.sh says where it is.
let core: Target = .systemLibrary(name: "tend_ffiFFI")
let folder = Context.environment["TEND_LIBRARY"] ?? "\(Context.packageDirectory)/../target/debug"
let link: [LinkerSetting] = [
  .linkedLibrary("tend_ffi"),
  .unsafeFlags(["-L\(folder)", "-Xlinker", "-rpath", "-Xlinker", folder]),
]
#else
// Not tried yet, for want of a Mac: an XCFramework with the static libraries, the generated header and the module map.
let core: Target = .binaryTarget(name: "tend_ffiFFI", path: "TendCore.xcframework")
let link: [LinkerSetting] = []
#endif

let package = Package(
  name: "Tend",
  platforms: [.iOS(.v17), .macOS(.v14)],
  products: [.library(name: "TendKit", targets: ["TendKit"])],
  targets: [
    core,
    // What was generated and nothing else: it is not ready for Swift 6 mode.
    .target(
      name: "TendBindings", dependencies: ["tend_ffiFFI"], swiftSettings: [.swiftLanguageMode(.v5)],
      linkerSettings: link),
    .target(name: "TendKit", dependencies: ["TendBindings"]),
    .testTarget(name: "TendKitTests", dependencies: ["TendKit", "TendBindings"]),
  ]
)
