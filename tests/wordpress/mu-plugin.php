<?php
// What the tests add to WordPress: this machine may be asked, nobody else; faults of pages are kept.
add_filter( 'http_request_host_is_external', fn( $is, $host ) => '127.0.0.1' === $host || $is, 10, 2 );
add_filter( 'http_allowed_safe_ports', fn( $ports, $host, $url ) => array_merge( $ports, array( wp_parse_url( $url, PHP_URL_PORT ) ) ), 10, 3 );
add_filter( 'pre_http_request', fn( $done, $args, $url ) => '127.0.0.1' === wp_parse_url( $url, PHP_URL_HOST ) ? $done : new WP_Error( 'tests', 'nobody is asked' ), 10, 3 );
// WordPress waits five seconds for a page that it looks for an answer in; a Worker that starts on a busy machine may need more.
add_filter( 'http_request_timeout', fn() => 60 );
// What is asked for and does not come is kept, too: WordPress itself forgets the reason, and takes the page for one without an answer.
add_action( 'http_api_debug', fn( $answer, $context, $class, $args, $url ) => is_wp_error( $answer ) && error_log( "$url: " . $answer->get_error_message() ), 10, 5 );
add_action( 'wp_head', fn() => print( '<script src="/recorder.js"></script>' ), 0 );
// Engines without colour letters would ask for pictures of them.
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
add_filter( 'show_admin_bar', '__return_false' );
add_filter( 'option_show_avatars', '__return_zero' );
