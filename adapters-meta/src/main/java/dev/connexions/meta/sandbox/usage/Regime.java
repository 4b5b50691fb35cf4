package dev.connexions.meta.sandbox.usage;

import java.time.Duration;

/** The limits that calls can fall under, with the code of whoever goes beyond (dossier 6). */
public enum Regime {
    /** 200 calls for each daily user. Every call counts, but only those are refused that fall under no other regime. */
    APP(4, Duration.ofHours(1), "appCallsPerHour", "Application request limit reached"),
    /** Undisclosed. */
    USER(17, Duration.ofHours(1), "userCallsPerHour", "User request limit reached"),
    /** Undisclosed: pages read with a user's token. */
    PAGE_READS(32, Duration.ofHours(1), "pageReadsPerHour", "Page request limit reached"),
    /** 4800 calls for each engaged user. */
    PAGES(80001, Duration.ofHours(24), "pageCallsPerDay", "There have been too many calls to this Page account."),
    /** 4800 calls for each impression. */
    INSTAGRAM(
            80002,
            Duration.ofHours(24),
            "accountCallsPerDay",
            "There have been too many calls to this Instagram account."),
    /** Of single functions; none unless it is set. */
    CUSTOM(613, Duration.ofHours(1), "customCallsPerHour", "Calls to this api have exceeded the rate limit.");

    private final int code;
    private final Duration window;
    private final String text;
    private final String setting;

    Regime(int code, Duration window, String setting, String text) {
        this.code = code;
        this.window = window;
        this.text = text;
        this.setting = setting;
    }

    public int code() {
        return code;
    }

    public String text() {
        return "(#" + code + ") " + text;
    }

    Duration window() {
        return window;
    }

    /** The name of the setting that overrules Meta's formula. */
    String setting() {
        return setting;
    }
}
