package dev.ingot.cli.execution;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who runs something, for people. */
public final class Holder {
    private Holder() {}

    /** The user, the host and the id of this process. */
    public static String ofThisProcess() {
        return System.getProperty("user.name") + "@" + host() + ", process "
                + ProcessHandle.current().pid();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
