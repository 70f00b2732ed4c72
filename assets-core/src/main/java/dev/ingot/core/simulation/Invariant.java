package dev.ingot.core.simulation;

/** What must hold, whatever happens. */
public enum Invariant {
    CONTENTS("in the end every slice is what its definition says, and the ledger knows"),
    ONCE("no step commits twice, and nothing is made again from what it was made from"),
    ORDER("a step begins after what it needs, and never beside another that writes to its asset"),
    ENDS("each step ends as its obstacles let it, and a killed run shows as died"),
    LEFT("what is planned again is what is not as it has to be, and nothing that was done"),
    CHOSEN("only what is missing, or has failed, or is forced, is planned where that is asked for, and all of it"),
    ATTEMPTS("a step is begun no more often than its definition says, and not again after it is done"),
    HOPELESS("what failed of its data or its code is not tried again in the same run"),
    POOLS("no more steps are in a pool than it has places"),
    WORKERS("no more steps run than there are workers: what waits holds none"),
    TAKEOVER("nothing is recorded of who has been fenced off, nor anything older than what is known");

    private final String text;

    Invariant(String text) {
        this.text = text;
    }

    /** The sentence that must be true. */
    public String text() {
        return text;
    }
}
