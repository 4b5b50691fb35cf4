/** Meta's consent over HTTP: the sessions that a platform opens, and the pages that the account's owner sees. */
@NullMarked
package dev.connexions.web.authorization;

import org.jspecify.annotations.NullMarked;
