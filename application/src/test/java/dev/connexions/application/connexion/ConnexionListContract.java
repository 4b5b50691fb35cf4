package dev.connexions.application.connexion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.connexion.ConnexionReads.Position;
import dev.connexions.application.connexion.ConnexionReads.Scope;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.Capability.Availability;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.connexion.Status;
import dev.connexions.domain.shared.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The list agrees with what the connexions themselves say, in one order, to the end. */
public interface ConnexionListContract extends Platform {

    Duration TOKEN_DAYS = Duration.ofDays(3);

    Comparator<Connexion> BY_EXPIRY = Comparator.comparing(ConnexionListContract::expiryOf)
            .thenComparing(each -> each.id().value().toString());

    @Test
    default void listsTheNewestFirstAndOfOneMomentTheHigherId() {
        var member = member();
        var all = several(member);
        // of two UUIDs the higher one is that of the higher digits; Java compares their halves as signed numbers
        var expected = all.stream()
                .sorted(Comparator.comparing((Connexion each) -> each.stamps().createdAt())
                        .thenComparing(each -> each.id().value().toString())
                        .reversed())
                .toList();
        assertThat(list(member)).isEqualTo(expected);
        assertThat(expected.getFirst().stamps().createdAt())
                .isAfter(expected.getLast().stamps().createdAt());
    }

    @Test
    default void goesFromPageToPageToTheEnd() {
        var member = member();
        several(member);
        var whole = list(member);
        for (var limit = 1; limit <= whole.size() + 1; limit++) {
            var size = limit;
            var seen = new ArrayList<Connexion>();
            @Nullable Position after = null;
            for (var more = true; more; ) {
                var from = after;
                var page = list(member, Filter.NONE, from, size);
                assertThat(page).hasSizeLessThanOrEqualTo(size);
                seen.addAll(page);
                assertThat(seen).hasSizeLessThanOrEqualTo(whole.size());
                more = !page.isEmpty();
                after = more ? Position.of(page.getLast(), Filter.NONE) : after;
            }
            assertThat(seen).isEqualTo(whole);
        }
    }

    @Test
    default void goesOnAfterAConnexionThatIsGone() {
        var member = member();
        several(member);
        var whole = list(member);
        var gone = whole.get(2);
        run(member, tx -> connexions().remove(tx, gone.id()));
        assertThat(list(member, Filter.NONE, Position.of(gone, Filter.NONE), 200))
                .isEqualTo(whole.subList(3, whole.size()));
    }

    @Test
    default void answersNoMoreThanTheLimit() {
        var member = member();
        several(member);
        assertThat(list(member, Filter.NONE, null, 2)).isEqualTo(list(member).subList(0, 2));
    }

    @Test
    default void filtersByStatusAsTheStateSays() {
        var member = member();
        zoo(member);
        for (var status : Status.values()) {
            assertThatListAgrees(
                    member,
                    new Filter(status, null, null, null, null, null, null),
                    each -> each.state().status() == status);
        }
    }

    @Test
    default void filtersByCapabilityAsTheConnexionSays() {
        var member = member();
        zoo(member);
        for (var capability : Capability.values()) {
            for (var now : List.of(Fixtures.NOW, expiry().minusNanos(1000), expiry(), expiry().plusNanos(1000))) {
                var expected = list(member).stream()
                        .filter(each -> each.availability(capability, now) instanceof Availability.Available)
                        .map(Connexion::id)
                        .toList();
                var filter = new Filter(null, null, null, null, null, null, capability);
                assertThat(reads().list(member, Scope.ORGANISATION, filter, null, 200, now)
                                .items())
                        .extracting(Connexion::id)
                        .containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    default void filtersByEveryOtherMember() {
        var member = member();
        zoo(member);
        var one = list(member).get(3);
        for (var enabled : List.of(true, false)) {
            assertThatListAgrees(
                    member, new Filter(null, enabled, null, null, null, null, null), each -> each.enabled() == enabled);
        }
        assertThatListAgrees(
                member,
                new Filter(null, null, one.client().type(), null, null, null, null),
                each -> each.client().type().equals(one.client().type()));
        assertThatListAgrees(
                member,
                new Filter(null, null, null, one.client().id(), null, null, null),
                each -> each.client().id().equals(one.client().id()));
        assertThatListAgrees(
                member,
                new Filter(null, null, null, null, one.key().value(), null, null),
                each -> each.key().equals(one.key()));
    }

    @Test
    default void filtersByAnExpiryBeforeTheBoundAndNotAtIt() {
        var member = member();
        zoo(member);
        for (var bound : List.of(expiry().minusNanos(1000), expiry(), expiry().plusNanos(1000), Instant.EPOCH)) {
            assertThatListAgrees(
                    member, new Filter(null, null, null, null, null, bound, null), each -> expiresBefore(each, bound));
        }
        assertThat(list(member, new Filter(null, null, null, null, null, expiry().plusNanos(1000), null)))
                .isNotEmpty();
    }

    @Test
    default void goesFromPageToPageOfARefreshCalendar() {
        var member = member();
        zoo(member);
        var filter = new Filter(null, null, null, null, null, expiry().plusNanos(1000), null);
        var whole = list(member, filter);
        assertThat(whole).isSortedAccordingTo(BY_EXPIRY).hasSizeGreaterThan(5);
        for (var limit : List.of(1, 3, whole.size())) {
            var seen = new ArrayList<Connexion>();
            @Nullable Position after = null;
            for (var more = true; more; ) {
                var page = list(member, filter, after, limit);
                seen.addAll(page);
                assertThat(seen).hasSizeLessThanOrEqualTo(whole.size());
                more = !page.isEmpty();
                after = more ? Position.of(page.getLast(), filter) : after;
            }
            assertThat(seen).isEqualTo(whole);
        }
    }

    @Test
    default void refusesAPositionOfTheOtherOrder() {
        var member = member();
        var at = new Position.Expiring(Fixtures.NOW, add(member).id());
        assertThatThrownBy(() -> list(member, Filter.NONE, at, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void findsNothingThatNoConnexionHas() {
        var member = member();
        zoo(member);
        assertThat(Stream.of(
                                new Filter(null, null, "reseau' or '1'='1", null, null, null, null),
                                new Filter(null, null, "%", null, null, null, null),
                                new Filter(null, null, null, UUID.randomUUID(), null, null, null),
                                new Filter(null, null, null, null, "igc_%", null, null))
                        .flatMap(filter -> list(member, filter).stream()))
                .isEmpty();
    }

    @Test
    default void combinesFilters() {
        var member = member();
        zoo(member);
        var one = list(member).getFirst();
        for (var status : Arrays.asList(null, Status.ACTIVE, Status.ERROR)) {
            for (var enabled : Arrays.asList(null, true, false)) {
                for (var type : Arrays.asList(null, one.client().type())) {
                    for (var capability : Arrays.asList(null, Capability.PUBLISH)) {
                        for (var bound : Arrays.asList(null, expiry().plusNanos(1000))) {
                            assertThatListAgrees(
                                    member,
                                    new Filter(status, enabled, type, null, null, bound, capability),
                                    each -> (status == null || each.state().status() == status)
                                            && (enabled == null || each.enabled() == enabled)
                                            && (type == null
                                                    || each.client().type().equals(type))
                                            && (bound == null || expiresBefore(each, bound))
                                            && (capability == null
                                                    || each.availability(capability, Fixtures.NOW)
                                                            instanceof Availability.Available));
                        }
                    }
                }
            }
        }
    }

    /** Seven, some of one moment and some later than others; of each moment, ids with and without a leading one. */
    private List<Connexion> several(Caller caller) {
        var organisation = organisationOf(caller);
        return Stream.of(List.of(0x1L, 0xfL, 0x7L), List.of(0x8L), List.of(0x9L, 0x2L, 0x8L))
                .flatMap(moment -> read(
                        caller,
                        tx -> moment.stream()
                                .map(digit -> connexions().add(tx, Zoo.beginning(digit, organisation)))
                                .toList())
                        .stream())
                .toList();
    }

    /** Every kind of connexion, switched on and off, and one that lost its token. */
    private void zoo(Caller caller) {
        var expiring = Zoo.states(expiry()).toList();
        for (var i = 0; i < expiring.size(); i++) {
            var added = add(caller, Zoo.kept(organisationOf(caller), i));
            var put = put(caller, added, expiring.get(i));
            if (i % 3 == 0) {
                run(caller, tx -> connexions().save(tx, Zoo.disabled(put)));
            }
        }
        var lost = add(caller);
        run(caller, tx -> connexions().save(tx, Fixtures.with(lost, new State.Active(Fixtures.link()))));
    }

    private static Instant expiry() {
        return Fixtures.NOW.plus(TOKEN_DAYS);
    }

    private static Instant expiryOf(Connexion connexion) {
        return Objects.requireNonNull(
                connexion.state().linked().orElseThrow().lease().expiresAt());
    }

    private static boolean expiresBefore(Connexion connexion, Instant bound) {
        return connexion
                .state()
                .linked()
                .map(link -> link.lease().expiresAt())
                .filter(at -> at.isBefore(bound))
                .isPresent();
    }

    private List<Connexion> list(Caller caller, Filter filter) {
        return list(caller, filter, null, 200);
    }

    private void assertThatListAgrees(Caller caller, Filter filter, Predicate<Connexion> wanted) {
        var wanting = list(caller).stream().filter(wanted);
        var expected = (filter.expiresBefore() == null ? wanting : wanting.sorted(BY_EXPIRY))
                .map(Connexion::id)
                .toList();
        assertThat(list(caller, filter))
                .as("%s", filter)
                .extracting(Connexion::id)
                .containsExactlyElementsOf(expected);
    }
}
