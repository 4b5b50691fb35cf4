package dev.connexions.web.shared;

import java.util.ArrayList;
import java.util.List;

/** All that is wrong with one request, so that it can be said at once. */
public final class Faults {

    private static final int MOST = 100;

    private final List<Fault> found = new ArrayList<>();
    private int count;

    public void inParameter(ProblemType type, String name, String detail) {
        add(new Fault(type, null, Printable.text(name), detail));
    }

    void inBody(ProblemType type, String pointer, String detail) {
        add(new Fault(type, Printable.text(pointer), null, detail));
    }

    /** Does nothing when all is well. */
    public void refuse() {
        if (found.isEmpty()) {
            return;
        }
        var type = found.stream()
                .filter(Fault::isOfForm)
                .findFirst()
                .map(Fault::type)
                .orElse(ProblemType.VALIDATION_FAILED);
        var detail = count == 1
                ? found.getFirst().detail()
                : "The request has " + count + " faults; errors lists " + (count > MOST ? "the first " + MOST : "them")
                        + ".";
        throw new Refusal(type, detail).because(found);
    }

    private void add(Fault fault) {
        count++;
        if (found.size() < MOST) {
            found.add(fault);
        }
    }
}
