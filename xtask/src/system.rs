//! What must come from the operating system, and the one line that says how to install it; and how busy it is.

use anyhow::{Result, bail};
use std::fs;

use crate::process::{ask, command, find, run, say};

/// Something the project needs but cannot install by itself, with its package names.
pub struct Need {
    pub what: &'static str,
    pub apt: &'static str,
    pub dnf: &'static str,
    pub brew: &'static str,
}

pub const C_COMPILER: Need = Need {
    what: "a C compiler",
    apt: "build-essential",
    dnf: "gcc gcc-c++ make",
    brew: "gcc (or run xcode-select --install)",
};
pub const CURL: Need = Need {
    what: "curl",
    apt: "curl ca-certificates",
    dnf: "curl",
    brew: "curl",
};
pub const PYTHON: Need = Need {
    what: "Python 3.11 or newer with venv",
    apt: "python3 python3-venv",
    dnf: "python3",
    brew: "python",
};
pub const NODE: Need = Need {
    what: "Node.js with npm",
    apt: "nodejs npm",
    dnf: "nodejs npm",
    brew: "node",
};
pub const CHROMIUM: Need = Need {
    what: "Chromium with chromedriver",
    apt: "chromium chromium-driver",
    dnf: "chromium chromedriver",
    brew: "--cask chromium chromedriver",
};

pub const FIREFOX: Need = Need {
    what: "Firefox",
    apt: "firefox-esr",
    dnf: "firefox",
    brew: "--cask firefox",
};
pub const WEBKIT: Need = Need {
    what: "WebKitGTK with WebKitWebDriver and Xvfb",
    apt: "webkit2gtk-driver xvfb",
    dnf: "webkit2gtk4.1 xorg-x11-server-Xvfb",
    brew: "nothing: WebKitGTK runs on Linux",
};

impl Need {
    /// The one line shown when it is missing.
    pub fn line(&self) -> String {
        format!(
            "{} is missing. Debian, Ubuntu: apt install {}. Fedora: dnf install {}. macOS: brew install {}",
            self.what, self.apt, self.dnf, self.brew
        )
    }

    /// Fails with that line unless it `is_there`.
    pub fn require(&self, is_there: bool) -> Result<()> {
        if !is_there {
            bail!("{}", self.line());
        }
        Ok(())
    }

    /// Installs it through apt where apt exists and we are root. True when the installation succeeded.
    pub fn install_as_root(&self) -> bool {
        if find("apt-get").is_none() || ask(command("id").arg("-u")).as_deref() != Some("0") {
            return false;
        }
        say(format!("Installing {} through apt", self.what));
        let update = run(command("apt-get").args(["update", "-q"]));
        let install = run(command("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["install", "-y", "-q", "--no-install-recommends"])
            .args(self.apt.split(' ')));
        update.and(install).is_ok()
    }
}

/// How many programs want to compute, on average over the last minute; where the system tells.
pub(crate) fn load() -> String {
    let told = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    told.split_whitespace()
        .next()
        .unwrap_or("unknown")
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_names_every_package_manager() {
        assert_eq!(
            CURL.line(),
            "curl is missing. Debian, Ubuntu: apt install curl ca-certificates. Fedora: dnf install curl. \
             macOS: brew install curl"
        );
    }
}
