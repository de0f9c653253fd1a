//! Two people in Lisbon and Tokyo.

use tend_tests::process::{PhoneProcess, ServerProcess, link_device, pair, sync_all};

/// Monday, 23 November 2026, in the morning.
pub const MONDAY: &str = "2026-11-23T09:00:00Z";

pub struct Couple {
    // Removed last.
    pub folder: tempfile::TempDir,
    pub server: ServerProcess,
    pub alex: PhoneProcess,
    pub robin: PhoneProcess,
}

impl Couple {
    pub fn paired() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let server = ServerProcess::start_for_tests(&folder.path().join("server"));
        let phone = |name, zone| PhoneProcess::new(folder.path(), name).with(&["--zone", zone, "--now", MONDAY]);
        let (alex, robin) = (phone("alex", "Europe/Lisbon"), phone("robin", "Asia/Tokyo"));
        alex.run(&["me", "Alex", "--server", &server.url()]);
        robin.run(&["me", "Robin", "--server", &server.url()]);
        pair(&alex, &robin, "qr");
        Self { folder, server, alex, robin }
    }

    pub fn sync(&self) {
        sync_all(&[&self.alex, &self.robin]);
    }

    /// Alex's second device.
    pub fn tablet(&self) -> PhoneProcess {
        let tablet =
            PhoneProcess::new(self.folder.path(), "tablet").with(&["--zone", "Europe/Lisbon", "--now", MONDAY]);
        tablet.run(&["status", "--server", &self.server.url()]);
        link_device(&self.alex, &tablet, "qr");
        tablet
    }

    /// Alex's two devices come to know the same, also of what is theirs alone.
    pub fn sync_own(&self, tablet: &PhoneProcess) {
        for _ in 0..3 {
            self.alex.run(&["sync", "--all"]);
            tablet.run(&["sync", "--all"]);
        }
    }
}
