package dev.connexions.meta.sandbox.people;

import org.jspecify.annotations.Nullable;

/**
 * @param id the professional account's id, Meta's {@code user_id}
 * @param scopedId what the app sees as {@code id}
 */
public record Account(
        String id,
        String scopedId,
        String username,
        String name,
        AccountType type,
        LoginWay login,
        String owner,
        int followers,
        @Nullable Trouble trouble) {

    /** Only these can be linked to a page, and only these have an API. */
    public boolean professional() {
        return type != AccountType.PERSONAL;
    }

    public Account with(@Nullable Trouble next) {
        return new Account(id, scopedId, username, name, type, login, owner, followers, next);
    }
}
