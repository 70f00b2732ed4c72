# One entry per chore; everything here can also be typed by hand.

MAVEN = ./mvnw -B -ntp

.DEFAULT_GOAL := help
.PHONY: help verify fast test format demo bench up down clean

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

COMPOSE = docker compose -f docker/compose.yaml

up: fast ## the development stack of docker/, with passwords of its own
	@mkdir -p docker/secrets && for name in postgres-password store-password; do \
	  [ -s docker/secrets/$$name ] || (umask 077; head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n' >docker/secrets/$$name); done
	@chmod 755 docker/secrets && chmod 644 docker/secrets/*-password
	$(COMPOSE) up --build --detach --wait

down: ## stops the development stack; its data stays in its volumes
	$(COMPOSE) down

clean: ## remove what was built; the data in .ingot stays (./ingot clean removes that)
	$(MAVEN) -q clean
