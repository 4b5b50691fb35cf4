/** Comments at Meta, by HTTP. */
@NullMarked
package dev.connexions.meta.comment;

import org.jspecify.annotations.NullMarked;
