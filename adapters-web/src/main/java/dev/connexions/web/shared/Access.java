package dev.connexions.web.shared;

import dev.connexions.domain.shared.Permission;

/** Who may call an operation; {@code x-permission} in the API's document. */
public sealed interface Access {

    record Everybody() implements Access {}

    record AnyCredential() implements Access {}

    record With(Permission permission) implements Access {}

    static Access everybody() {
        return new Everybody();
    }

    static Access anyCredential() {
        return new AnyCredential();
    }

    static Access with(Permission permission) {
        return new With(permission);
    }

    default String code() {
        return switch (this) {
            case Everybody e -> "public";
            case AnyCredential a -> "authenticated";
            case With w -> w.permission().code();
        };
    }
}
