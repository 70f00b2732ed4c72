# One entry per chore; everything here can also be typed by hand.

MAVEN = ./mvnw -B -ntp

.DEFAULT_GOAL := help
.PHONY: help verify fast test format demo bench clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

verify: ## everything that has to be green: checks, tests, distribution
	$(MAVEN) verify

fast: ## the distribution, without checks and tests
	$(MAVEN) -q -Dfast -DskipTests package

test: ## the tests without the checks; one module and what it needs: make test MODULE=silver
	$(MAVEN) -Dfast $(if $(MODULE),-pl $(MODULE) -am) test

format: ## lay out the Java sources as the checks want them
	$(MAVEN) -q spotless:apply

demo: ## the whole product on a sample data set
	./ingot demo

bench: fast ## every figure that we claim, each with its comparison
	@set -e; for script in bench/*.sh; do [ -e "$$script" ] || continue; echo "== $$script"; "$$script"; done

clean: ## remove what was built; the data in .ingot stays (./ingot clean removes that)
	$(MAVEN) -q clean
