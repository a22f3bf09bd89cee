<?php
// Writes a post as an editor pastes it: php write.php BASE CONTENT. Prints its address.
require getenv( 'QARI_WORDPRESS' ) . '/wp-load.php';
list( , $base, $content ) = $argv;
wp_set_current_user( 1 );
update_option( 'qari_reader', array( 'base' => $base, 'attributes' => array(), 'prerender' => '' ) );
$slug = 'post-' . bin2hex( random_bytes( 6 ) );
$id   = wp_insert_post( array( 'post_status' => 'publish', 'post_title' => 'مقال', 'post_name' => $slug, 'post_content' => wp_slash( $content ) ), true );
if ( is_wp_error( $id ) ) {
	fwrite( STDERR, $id->get_error_message() );
	exit( 1 );
}
echo get_permalink( $id );
