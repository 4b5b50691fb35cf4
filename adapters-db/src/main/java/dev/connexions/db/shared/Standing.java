package dev.connexions.db.shared;

import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.shared.Acting;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.util.Optional;

/**
 * How a caller stands before the database: as whom it acts, for which organisation, and whether the platform knows it as
 * an administrator. The one place that turns a {@link Caller} into claims, and the database's answer into an organisation.
 */
record Standing(Actor actor, Optional<OrganisationId> organisation, boolean administrator) {

    /**
     * Binds the caller to the transaction: to be the first statement in it. The third argument of {@code set_config} makes
     * each setting die with the transaction, so a pooled connection carries nothing over. The two functions get the user as
     * an argument: nothing says in which order a select list is evaluated, so they must not read the claims set beside them.
     */
    static final String BIND = """
        select set_config('role', 'authenticated', true),
               set_config('request.jwt.claims', :claims, true),
               public.get_user_organisation_id(cast(:user as uuid)) as organisation_id,
               public.is_admin_presenca(cast(:user as uuid)) as administrator
        """;

    /** The organisation of {@link #of}, for statements that cannot wait for the answer to {@link #BIND}. */
    static final String ORGANISATION =
            "(select coalesce(cast(:organisation as uuid), public.get_user_organisation_id(cast(:user as uuid))))";

    /** What {@link #BIND} and {@link #ORGANISATION} are given. */
    static Params bind(Params params, Caller caller, UserId systemUser) {
        var user = actingAs(caller, systemUser).value();
        return params.text("claims", "{\"sub\":\"" + user + "\",\"role\":\"authenticated\"}")
                .uuid("user", user)
                .uuid("organisation", named(caller).map(OrganisationId::value).orElse(null));
    }

    /**
     * @param bound the answer to {@link #BIND}
     * @throws NoOrganisationException for a user who has no organisation and is no administrator
     */
    static Standing of(Caller caller, UserId systemUser, Columns bound) {
        var administrator = Boolean.TRUE.equals(bound.flagOrNull("administrator"));
        var user = actingAs(caller, systemUser);
        return switch (caller) {
            case Caller.User u -> {
                var own =
                        Optional.ofNullable(bound.uuidOrNull("organisation_id")).map(OrganisationId::new);
                if (own.isEmpty() && !administrator) {
                    throw new NoOrganisationException();
                }
                if (u.acting() != null && !administrator) {
                    // no longer one: nothing of what it was granted is its to see
                    throw new NoOrganisationException();
                }
                var kind = administrator ? Actor.Kind.ADMINISTRATOR : Actor.Kind.USER;
                var reason = u.acting() == null ? null : u.acting().reason();
                yield new Standing(new Actor(kind, user, reason), named(caller).or(() -> own), administrator);
            }
            case Caller.Job job ->
                new Standing(
                        new Actor(Actor.Kind.SYSTEM, user, null),
                        Optional.ofNullable(job.organisation()),
                        administrator);
        };
    }

    /** The organisation that the caller itself names; for everybody else the database says. */
    static Optional<OrganisationId> named(Caller caller) {
        return switch (caller) {
            case Caller.User user ->
                switch (user.acting()) {
                    case null -> Optional.empty();
                    case Acting.Within within -> Optional.of(within.organisation());
                    case Acting.Everywhere everywhere -> Optional.of(OrganisationId.PLATFORM);
                };
            case Caller.Job job -> Optional.ofNullable(job.organisation());
        };
    }

    /** A job that names no organisation has none: the system user's own, if it has one, is not the job's. */
    static boolean isOfNoOrganisation(Caller caller) {
        return caller instanceof Caller.Job job && job.organisation() == null;
    }

    static UserId actingAs(Caller caller, UserId systemUser) {
        return switch (caller) {
            case Caller.User user -> user.id();
            case Caller.Job job -> systemUser;
        };
    }
}
