//! The training suite: a Python environment of its own, the language bindings as a wheel, ruff and pytest.

use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{ask, command, run, say};
use crate::{paths, system, tools};

/// Sets up the environment, installs the bindings and runs the checks and tests of training/.
pub fn check() -> Result<()> {
    let python = environment()?;
    install_bindings(&python)?;
    let training = paths::root().join("training");
    run(module(&python, "ruff")
        .args(["check", "."])
        .current_dir(&training))?;
    run(module(&python, "ruff")
        .args(["format", "--check", "."])
        .current_dir(&training))?;
    run(module(&python, "pytest").current_dir(&training))
}

/// Writes a model that was never trained into `folder` for each of the sizes, layers x heads x width.
pub fn random_models(folder: &Path, sizes: &[&str]) -> Result<()> {
    let python = environment()?;
    install_bindings(&python)?;
    run(module(&python, "syw.random_model")
        .arg(folder)
        .args(sizes)
        .current_dir(paths::root().join("training")))
}

/// The Python of training/.venv (or of the folder named by SYW_VENV) with requirements.txt installed.
fn environment() -> Result<PathBuf> {
    let venv =
        env::var_os("SYW_VENV").map_or_else(|| paths::root().join("training/.venv"), PathBuf::from);
    let python = venv.join("bin/python");
    if !python.is_file() {
        let version = ask(command("python3").args([
            "-c",
            "import sys, venv, ensurepip; print(sys.version_info >= (3, 11))",
        ]));
        system::PYTHON.require(version.as_deref() == Some("True"))?;
        say("Creating the Python environment of training/");
        run(command("python3").args(["-m", "venv"]).arg(&venv))?;
    }
    let requirements = paths::root().join("training/requirements.txt");
    let wanted = tools::sha256_hex(&fs::read(&requirements).context("training/requirements.txt")?);
    let stamp = venv.join("requirements.sha256");
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(python);
    }
    say("Installing training/requirements.txt; PyTorch takes some minutes");
    let mut pip = module(&python, "pip");
    pip.args(["install", "--quiet", "--requirement"])
        .arg(&requirements);
    // PyTorch's own index has builds for the CPU alone, a tenth of the size. Where it cannot be reached, PyPI's serve.
    pip.args([
        "--retries",
        "1",
        "--extra-index-url",
        "https://download.pytorch.org/whl/cpu",
    ]);
    run(&mut pip)?;
    fs::write(stamp, wanted)?;
    Ok(python)
}

/// Builds crates/python with maturin and installs the wheel.
fn install_bindings(python: &Path) -> Result<()> {
    let wheels = paths::target().join("wheels");
    if wheels.exists() {
        fs::remove_dir_all(&wheels)?;
    }
    let mut maturin = module(python, "maturin");
    maturin
        .args([
            "build",
            "--release",
            "--quiet",
            "--manifest-path",
            "crates/python/Cargo.toml",
            "--out",
        ])
        .arg(&wheels);
    run(maturin.arg("--interpreter").arg(python))?;
    let Some(wheel) = fs::read_dir(&wheels)?
        .flatten()
        .map(|entry| entry.path())
        .next()
    else {
        bail!("maturin wrote no wheel into {}", wheels.display());
    };
    run(module(python, "pip")
        .args(["install", "--quiet", "--force-reinstall", "--no-deps"])
        .arg(wheel))
}

fn module(python: &Path, name: &str) -> Command {
    let mut command = command(python);
    command.args(["-m", name]);
    command
}
