package dev.connexions.domain.wrong;

import java.lang.System.Logger;
import java.util.Date;
import org.assertj.core.api.Assertions;

@SuppressWarnings({"unused", "StringCaseLocaleUsage", "JavaUtilDate", "ThreadLocalUsage"})
final class WrongDomain {

    private static final Logger LOG = System.getLogger("wrong");
    private final ThreadLocal<Date> hidden = new ThreadLocal<>();

    void knowsALibrary() {
        Assertions.fail("never called");
    }

    String shouts(String text) {
        return text.toUpperCase() + text.toLowerCase();
    }
}
