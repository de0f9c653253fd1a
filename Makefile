# Two commands for a newcomer: `make demo` shows Tend at work, `make test` proves it. Both set the machine up first.
# Everything else is for those who build Tend; CONTRIBUTING.md says when to use which.
.PHONY: demo test check bench soak mutants clean-caches

demo: ## two people's phones and a server; KEEP=1 leaves the server running
	@tests/tools/demo $(if $(KEEP),--keep)

test: ## every test there is, Rust, Kotlin and Swift; ends with the totals
	@tests/tools/test

check: ## the quick loop: format, clippy without a warning, unit tests
	@tests/tools/check

bench: ## benchmarks, next to a floor measured in the same run; PARTS="appends streams" for some of them
	@tests/tools/cargo build --release -p tend-server --bin tend-server
	@tests/tools/cargo bench -p tend-tests --bench budgets $(if $(PARTS),-- $(PARTS))

soak: ## the simulation for SEEDS, such as 7 or 1-5000
	@tests/tools/cargo run --quiet -p tend-tests --bin soak -- $(or $(SEEDS),1-5000)

mutants: ## plants each known bug in a copy and fails if nothing notices one
	@tests/tools/cargo run --quiet -p tend-checks -- mutants

clean-caches: ## deletes what is slow to make; costs nothing but time
	@tests/tools/clean-caches
