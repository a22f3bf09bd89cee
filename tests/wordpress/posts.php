<?php
// Writes posts for the browsers: php posts.php BASE WORKER SOURCE. Prints their addresses as JSON, by name.
require getenv( 'QARI_WORDPRESS' ) . '/wp-load.php';
list( , $base, $worker, $source ) = $argv;
wp_set_current_user( 1 );
update_option( 'qari_reader', array( 'base' => $base, 'attributes' => array( 'theme' => 'sepia' ), 'prerender' => '' ) );
$write = static function ( $title, $content ) {
	// Of two processes that write the same title at the same moment, WordPress gives both the same address.
	$slug = sanitize_title( $title ) . '-' . bin2hex( random_bytes( 6 ) );
	$id   = wp_insert_post( array( 'post_status' => 'publish', 'post_title' => $title, 'post_name' => $slug, 'post_content' => wp_slash( $content ) ), true );
	if ( is_wp_error( $id ) ) {
		fwrite( STDERR, $id->get_error_message() );
		exit( 1 );
	}
	return $id;
};
$article = $write( 'سوق الخميس يعود', "<!-- wp:paragraph -->\n<p>فتحت الدكاكين أبوابها صباح الخميس.</p>\n<!-- /wp:paragraph -->" );
$posts   = array(
	'article'   => $article,
	'shortcode' => $write( 'مقال برمز قصير', "[qari id=\"$article\" text-size=\"5\"]" ),
	'block'     => $write( 'مقال بمكون', '<!-- wp:qari/reader ' . wp_json_encode( array( 'src' => $source, 'link' => 'https://news.example/a', 'options' => array( 'theme' => 'dark' ) ), JSON_UNESCAPED_SLASHES ) . ' /-->' ),
);
if ( '' !== $worker ) {
	$posts['oembed'] = $write( 'مقال مضمن', "<!-- wp:paragraph -->\n<p>قبل.</p>\n<!-- /wp:paragraph -->\n\n" . $worker . "\n\n<p>بعد.</p>" );
}
echo wp_json_encode( array_map( 'get_permalink', $posts ) );
