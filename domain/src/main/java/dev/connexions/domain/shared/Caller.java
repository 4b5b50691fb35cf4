package dev.connexions.domain.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, as the credential says. Which organisation that is, and whether it is an administrator, only the database
 * answers, inside the transaction.
 */
public sealed interface Caller {

    RequestId request();

    /** @param acting absent for everybody who stays in their own organisation */
    record User(
            UserId id,
            Set<Permission> permissions,
            RequestId request,
            @Nullable Acting acting) implements Caller {

        public User {
            permissions = Set.copyOf(permissions);
        }

        public User(UserId id, Set<Permission> permissions, RequestId request) {
            this(id, permissions, request, null);
        }

        public User acting(Acting as) {
            return new User(id, permissions, request, as);
        }

        /** The same caller, known by another request id. */
        public User under(RequestId other) {
            return new User(id, permissions, other, acting);
        }

        public boolean may(Permission permission) {
            return permissions.contains(permission);
        }
    }

    /**
     * The service itself, acting as the system user.
     *
     * @param organisation whose work is done; absent only while something is looked up by a unique hash or a due date
     */
    record Job(String name, @Nullable OrganisationId organisation, RequestId request) implements Caller {

        public static Job across(String name, RequestId request) {
            return new Job(name, null, request);
        }

        public Job within(OrganisationId organisation) {
            return new Job(name, organisation, request);
        }
    }
}
