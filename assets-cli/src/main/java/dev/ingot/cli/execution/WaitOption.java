package dev.ingot.cli.execution;

import picocli.CommandLine.Option;

/** Says whether steps wait for other runs; mixed into the commands that run a plan. */
public final class WaitOption {
    @Option(
            names = "--no-wait",
            description = "Fail what another run is writing to, naming it, rather than wait until it is done.")
    private boolean noWait;

    public boolean waits() {
        return !noWait;
    }
}
