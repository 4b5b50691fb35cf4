/** What every route shares: how a request is read, who may call, what an answer and a problem look like. */
@NullMarked
package dev.connexions.web.shared;

import org.jspecify.annotations.NullMarked;
