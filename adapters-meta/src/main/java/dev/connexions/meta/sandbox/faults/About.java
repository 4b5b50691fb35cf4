package dev.connexions.meta.sandbox.faults;

import org.jspecify.annotations.Nullable;

/**
 * What a call is about, as far as it tells.
 *
 * @param account an Instagram account's id
 * @param token the kind of its token, in lower case: instagram, user, page, system_user, app
 * @param fresh whether what it names was made less than a day ago
 */
public record About(@Nullable String account, @Nullable String token, boolean fresh) {}
