/** How long a long-lived token is good for, and when it may be renewed. The token itself never enters here. */
@NullMarked
package dev.connexions.domain.token;

import org.jspecify.annotations.NullMarked;
